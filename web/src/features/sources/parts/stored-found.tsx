import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { JobProgress } from '@/shared/ui/job-progress';
import { useNotifyProblem } from '@/shared/ui/notify';
import { DateText, NumberText } from '@/shared/ui/numbers';
import { isNarrow, useStoredEventsJob, type StoredEvents, type StoredFilter } from '../stored-events';

type Started = { id: string; title: string };

/** How many events are meant, and what can be done to them. */
export function StoredFound({ found, filter }: { found: StoredEvents; filter: StoredFilter }) {
  const { t } = useTranslation('sources');
  const client = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const erase = useStoredEventsJob('delete');
  const replay = useStoredEventsJob('replay');
  const [job, setJob] = useState<Started | null>(null);
  const { upTo, events } = found;
  const start = (action: typeof erase, title: string) => {
    if (upTo === null || upTo === undefined) return;
    action.mutate({ filter, upTo }, { onSuccess: ({ jobId }) => setJob({ id: jobId, title }), onError: notifyProblem });
  };
  return (
    <Stack gap="sm">
      <Paper>
        <Group justify="space-between" gap="sm">
          <Stack gap={2}>
            <Text fw={620}>{t('stored.found', { count: events })}</Text>
            <Group gap={6} c="dimmed" fz="sm">
              <NumberText value={found.people} /> <span>{t('stored.people', { count: found.people })}</span>
              {found.first && found.last && (
                <>
                  <DateText value={found.first} /> <span aria-hidden>–</span> <DateText value={found.last} />
                </>
              )}
            </Group>
          </Stack>
          {isNarrow(filter) && events > 0 && (
            <Group gap="xs">
              <Button variant="default" leftSection={<IconRefresh size={16} />} loading={replay.isPending} onClick={() => start(replay, t('stored.replaying'))}>
                {t('stored.replay')}
              </Button>
              <ConfirmButton
                question={t('stored.deleteQuestion', { count: events })}
                consequence={t('stored.deleteText')}
                confirm={t('stored.delete')}
                leftSection={<IconTrash size={16} />}
                loading={erase.isPending}
                onConfirm={() => start(erase, t('stored.deleting'))}
              >
                {t('stored.delete')}
              </ConfirmButton>
            </Group>
          )}
        </Group>
      </Paper>
      {job && <JobProgress id={job.id} title={job.title} onOver={() => void client.invalidateQueries({ queryKey: ['events'] })} />}
    </Stack>
  );
}
