import { Paper, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { notifyDone } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { Appearance } from '../parts/appearance';
import { Passkeys } from '../parts/passkeys';
import { PasswordForm } from '../parts/password-form';
import { ProfileForm } from '../parts/profile-form';
import { SecondFactor } from '../parts/second-factor';

export function AccountPage() {
  const { t } = useTranslation('access');
  const session = useSession();
  if (!session) return null;
  return (
    <Page size="narrow" title={t('account.title')} description={session.user.email}>
      <Section title={t('account.profile')}>
        <ProfileForm name={session.user.name} />
      </Section>
      <Section title={t('account.appearance')}>
        <Appearance />
      </Section>
      <Section title={t('account.password')}>
        <PasswordForm onChanged={() => notifyDone(t('password.changed'))} />
      </Section>
      <Section title={t('passkeys.title')}>
        <Passkeys />
      </Section>
      <Section title={t('secondFactor.title')}>
        <SecondFactor />
      </Section>
    </Page>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper p="lg">
      <Title order={2} mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
