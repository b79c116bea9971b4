import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { JobProgress } from '@/shared/ui/job-progress';
import { DateText } from '@/shared/ui/numbers';
import { useNotifyProblem } from '@/shared/ui/notify';
import { bulkQuery, lastBulksQuery, useUndoBulk, type BulkView } from '../bulk';

type BulkProgressProps = { id: string; leave: () => void; done: () => void };

/** How far a change of many is, what came of it, and the way back. */
export function BulkProgress({ id, leave, done }: BulkProgressProps) {
  const { t } = useTranslation(['customers', 'shared']);
  const client = useQueryClient();
  const { data: change } = useQuery(bulkQuery(id));
  const [over, setOver] = useState(false);
  const [undoing, setUndoing] = useState<string | null>(null);
  const undo = useUndoBulk();
  const onError = useNotifyProblem();
  const refresh = () => {
    setOver(true);
    done();
    void client.invalidateQueries({ queryKey: ['customers'] });
    void client.invalidateQueries({ queryKey: ['segments'] });
  };
  if (!change) return null;
  const job = undoing ?? change.undoJobId ?? change.jobId;
  return (
    <Stack gap="sm">
      {job && (
        <JobProgress key={job} id={job} title={t(undoing ? 'bulk.undoing' : `bulk.kind.${change.kind}`)} onOver={refresh} />
      )}
      {over && <Outcome change={change} />}
      <Group justify="flex-end" gap="xs">
        {over && !change.undoJobId && change.changed > 0 && (
          <Button
            variant="default"
            loading={undo.isPending}
            onClick={() => undo.mutate(id, { onSuccess: ({ jobId }) => setUndoing(jobId), onError })}
          >
            {t('shared:undo')}
          </Button>
        )}
        <Button onClick={leave}>{t('shared:close')}</Button>
      </Group>
    </Stack>
  );
}

function Outcome({ change }: { change: BulkView }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const figure = (name: 'changed' | 'same' | 'gone' | 'restored' | 'changedSince') =>
    t(`bulk.outcome.${name}`, { count: change[name], number: format.number(change[name]) });
  return (
    <Stack gap={2} role="status" className="numeric">
      <Text size="sm" fw={550}>
        {figure('changed')}
      </Text>
      {change.same > 0 && <Text size="sm">{figure('same')}</Text>}
      {change.gone > 0 && <Text size="sm">{figure('gone')}</Text>}
      {change.undoJobId && <Text size="sm">{figure('restored')}</Text>}
      {change.changedSince > 0 && <Text size="sm">{figure('changedSince')}</Text>}
    </Stack>
  );
}

/** Their keys are of no use to people. */
const namedByValue = (kind: string) => kind.startsWith('tag') || kind === 'owner' || kind === 'list_added';

/** The last changes of many, each with its way back. */
export function BulkHistory() {
  const { t } = useTranslation(['customers', 'shared']);
  const [opened, setOpened] = useState(false);
  const last = useQuery({ ...lastBulksQuery, enabled: opened }).data;
  const undo = useUndoBulk();
  const onError = useNotifyProblem();
  return (
    <Popover opened={opened} onChange={setOpened} width={420} position="top-start" shadow="md">
      <Popover.Target>
        <Button variant="subtle" size="compact-sm" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t('bulk.history')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        <Stack gap="xs">
          {last?.length === 0 && <Text size="sm">{t('bulk.noHistory')}</Text>}
          {last?.map((one) => (
            <Group key={one.id} justify="space-between" wrap="nowrap" align="start">
              <Stack gap={0}>
                <Text size="sm">
                  {t(`bulk.kind.${one.kind}`)}: {[namedByValue(one.kind) ? '' : one.key, one.value].filter(Boolean).join(' = ')}
                </Text>
                <Text size="xs" c="dimmed">
                  <DateText value={one.startedAt} as="dateTime" /> · {t('bulk.outcome.changed', { count: one.changed, number: one.changed })}
                </Text>
              </Stack>
              {one.undoJobId ? (
                <Text size="xs" c="dimmed">
                  {t('bulk.undone')}
                </Text>
              ) : (
                one.changed > 0 && (
                  <Button size="compact-xs" variant="default" onClick={() => undo.mutate(one.id, { onError })}>
                    {t('shared:undo')}
                  </Button>
                )
              )}
            </Group>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
