import { Alert, Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { IconRefresh, IconRocket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNow } from '@/shared/lib/use-now';
import { useFormat } from '@/shared/lib/use-format';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { Permitted } from '@/shared/ui/permitted';
import { useMoveCampaign, type Campaign } from '../campaigns';
import { checkQuery, type Check } from '../check';
import { ProblemList } from './problem-list';
import { Waterfall } from './waterfall';

/** Who gets it and who does not, and why, before anything leaves. */
export function CheckStep({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const { data, error, isFetching, refetch } = useQuery(checkQuery(campaign.id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Stack gap="xs" role="status">
        <Text c="dimmed">{t('check.counting')}</Text>
        <Skeleton h={260} />
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <Paper p="lg">
        <Group justify="space-between" mb="sm">
          <Text fw={620}>{t('check.title')}</Text>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={14} />}
            onClick={() => void refetch()}
            loading={isFetching}
          >
            {t('check.again')}
          </Button>
        </Group>
        <Waterfall check={data} />
      </Paper>
      <ProblemList problems={data.problems} />
      <LaunchBar campaign={campaign} check={data} />
    </Stack>
  );
}

function LaunchBar({ campaign, check }: { campaign: Campaign; check: Check }) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const move = useMoveCampaign(campaign.id);
  const onError = useNotifyProblem();
  const now = useNow();
  const { sendAt } = campaign.draft;
  const later = sendAt != null && new Date(sendAt) > now;
  const verb = later ? t('check.schedule') : t('check.launch');
  return (
    <Paper p="lg">
      <Group justify="space-between" gap="md">
        <Text flex="1 1 260px">
          {check.ready
            ? t(later ? 'check.readyLater' : 'check.readyNow', { people: format.number(check.willGet), count: check.willGet, at: later ? format.dateTime(sendAt) : '' })
            : t('check.notReady')}
        </Text>
        {check.ready ? (
          <Permitted need="campaigns.launch">
            <ConfirmButton
              variant="filled"
              danger={false}
              leftSection={<IconRocket size={16} />}
              question={t('check.question', { count: check.willGet, people: format.number(check.willGet) })}
              consequence={t('check.consequence')}
              confirm={verb}
              loading={move.isPending}
              onConfirm={() => move.mutate('launch', { onSuccess: () => notifyDone(t('done.launch')), onError })}
            >
              {verb}
            </ConfirmButton>
          </Permitted>
        ) : (
          <Alert color="red" p="xs">
            {t('check.repair')}
          </Alert>
        )}
      </Group>
    </Paper>
  );
}
