import { Group, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/shared/ui/numbers';
import { type ReceivedMail } from '../mailbox';

/** Who wrote to whom and when; the envelope's address too where the head says another. */
export function MailHead({ mail: { summary } }: { mail: ReceivedMail }) {
  const { t } = useTranslation('channels');
  const said = summary.recipient.includes(summary.envelopeTo);
  return (
    <Stack gap={2} p="md">
      <Line label={t('mail.from')}>{summary.sender}</Line>
      <Line label={t('mail.to')}>{summary.recipient || summary.envelopeTo}</Line>
      {!said && <Line label={t('mail.envelope')}>{summary.envelopeTo}</Line>}
      <Line label={t('mail.received')}>
        <DateText value={summary.receivedAt} />
      </Line>
    </Stack>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group gap="xs" wrap="nowrap" align="baseline">
      <Text c="dimmed" w={96} flex="0 0 auto">
        {label}
      </Text>
      <Text component="div" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </Group>
  );
}
