import { Button, Center, Loader, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { useGo } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { invitationToken, offerQuery, useAccept } from '../join';
import { GateFrame } from '../parts/gate-frame';
import { shortest } from '../password-rules';
import { useSignIn } from '../sign-in';

/** Where an invitation leads: a name and a password, and one is in. */
export function JoinPage() {
  const { t } = useTranslation('access');
  const [token] = useState(() => invitationToken(window.location.hash));
  const { data: offer, error } = useQuery(offerQuery(token));
  const company = offer?.company || 'Regulars';
  return (
    <GateFrame title={t('join.title')} text={offer ? t('join.text', { company, email: offer.email }) : ''}>
      {error ? <ErrorState error={error} /> : offer ? <JoinForm token={token} email={offer.email} /> : <Waiting />}
    </GateFrame>
  );
}

function Waiting() {
  return (
    <Center>
      <Loader type="dots" />
    </Center>
  );
}

function JoinForm({ token, email }: { token: string; email: string }) {
  const { t, i18n } = useTranslation('access');
  const accept = useAccept();
  const signIn = useSignIn();
  const go = useGo();
  const fieldProblem = useFieldProblem();
  const form = useForm({
    initialValues: { name: '', password: '', repeat: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('account.nameNeeded') : null),
      password: (value) => ([...value].length < shortest ? t('password.tooShort', { count: shortest }) : null),
      repeat: (value, { password }) => (value === password ? null : t('password.differs')),
    },
  });
  const submit = form.onSubmit(({ name, password }) =>
    accept.mutate(
      { token, name: name.trim(), password, language: i18n.language },
      {
        onSuccess: () => signIn.mutate({ email, password }, { onSettled: () => go('/') }),
        onError: (error) => fieldProblem(error, form),
      },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        {accept.error && Object.keys(form.errors).length === 0 && <ErrorState error={accept.error} />}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextInput label={t('account.name')} autoComplete="name" autoFocus {...form.getInputProps('name')} />
        <PasswordInput
          label={t('password.label')}
          description={t('password.nextHint', { count: shortest })}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <PasswordInput label={t('join.repeat')} autoComplete="new-password" {...form.getInputProps('repeat')} />
        <Button type="submit" loading={accept.isPending || signIn.isPending} fullWidth>
          {t('join.submit')}
        </Button>
      </Stack>
    </form>
  );
}
