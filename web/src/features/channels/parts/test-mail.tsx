import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { TextLink } from '@/shared/ui/route-link';
import { useTestMail } from '../sending';

/** Sends through the saved settings and shows the server's own words. */
export function TestMail({ server }: { server: string }) {
  const { t } = useTranslation('channels');
  const [to, setTo] = useState('');
  const test = useTestMail();
  const send = (event: FormEvent) => {
    event.preventDefault();
    test.mutate(to.trim());
  };
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="sm">
        <Title order={2} fz="lg">
          {t('test.title')}
        </Title>
        <Text c="dimmed">{t('test.text')}</Text>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('test.to')}
            type="email"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            flex="1 1 220px"
          />
          <Button type="submit" variant="default" loading={test.isPending} disabled={!to.trim()}>
            {t('test.send')}
          </Button>
        </Group>
        {test.error && <ErrorState error={test.error} />}
        {test.data && (
          <Alert color="pine" icon={<IconCheck size={18} />} title={t('test.sent')} role="status">
            <Stack gap={4}>
              <Text size="sm">{t('test.reply', { reply: test.data.reply })}</Text>
              {server === 'builtin' && <TextLink href="/mailbox">{t('test.open')}</TextLink>}
            </Stack>
          </Alert>
        )}
      </Stack>
    </form>
  );
}
