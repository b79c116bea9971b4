import { Alert, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { JobProgress } from '@/shared/ui/job-progress';
import { moves, type Campaign } from '../campaigns';
import { reportQuery } from '../report';

/** How far it is, while it is on its way. */
export function CampaignProgress({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  if (campaign.state === 'launching' && campaign.jobId) {
    return <JobProgress id={campaign.jobId} title={t('progress.launching')} />;
  }
  if (campaign.state === 'stopped') {
    return (
      <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t('progress.stopped')}>
        {t('progress.stoppedText')}
      </Alert>
    );
  }
  return campaign.state === 'sending' || campaign.state === 'paused' ? <Sending campaign={campaign} /> : null;
}

function Sending({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const { data } = useQuery(reportQuery(campaign.id, moves(campaign.state)));
  if (!data) return null;
  const { treated, waiting } = data.deliveries;
  const done = treated - waiting;
  return (
    <Paper>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={550}>{t(`progress.${campaign.state}`)}</Text>
          <Text c="dimmed" className="numeric">
            {t('progress.of', { done: format.number(done), all: format.number(treated) })}
          </Text>
        </Group>
        <Progress
          value={treated === 0 ? 0 : (done / treated) * 100}
          animated={campaign.state === 'sending'}
          aria-label={t(`progress.${campaign.state}`)}
        />
      </Stack>
    </Paper>
  );
}
