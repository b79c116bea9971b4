import { Alert, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { ExportMenu } from '@/shared/ui/export-menu';
import { DateText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { SendingSettingsForm } from '../parts/sending-settings-form';
import { TestMail } from '../parts/test-mail';
import { sendingQuery, type SendingSettings } from '../sending';

export function SendingPage() {
  const { t } = useTranslation('channels');
  const { data, error, refetch } = useQuery(sendingQuery);
  return (
    <Page size="narrow" title={t('sending.title')} description={t('sending.text')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton h={420} />}
      {data && (
        <Stack gap="md">
          {data.trouble && <Trouble trouble={data.trouble} />}
          <Paper p="lg">
            <SendingSettingsForm settings={data} />
          </Paper>
          <Paper p="lg">
            <TestMail server={data.server} />
          </Paper>
          <Paper p="lg">
            <TakeHome />
          </Paper>
        </Stack>
      )}
    </Page>
  );
}

/** What says whom mail may reach, as files. */
function TakeHome() {
  const { t } = useTranslation('channels');
  return (
    <Stack gap="sm">
      <Title order={2}>{t('takeHome.title')}</Title>
      <Group justify="space-between">
        <Text maw={460}>{t('takeHome.consentsText')}</Text>
        <ExportMenu label={t('takeHome.consents')} href={(format) => `/api/v1/consents/export.${format}`} />
      </Group>
      <Group justify="space-between">
        <Text maw={460}>{t('takeHome.stopsText')}</Text>
        <ExportMenu need="settings.manage" label={t('takeHome.stops')} href={(format) => `/api/v1/suppressions/export.${format}`} />
      </Group>
    </Stack>
  );
}

function Trouble({ trouble }: { trouble: NonNullable<SendingSettings['trouble']> }) {
  const { t } = useTranslation('channels');
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t('sending.trouble')}>
      {trouble.detail} (<DateText value={trouble.since} as="relative" />)
    </Alert>
  );
}
