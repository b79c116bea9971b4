import { Button, Group, Kbd, Paper, SegmentedControl, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { useNotifyProblem } from '@/shared/ui/notify';
import { usePairs, useVerdict, type Overview, type Verdict } from '../duplicates';
import { Reasons } from './reasons';
import { Sides } from './sides';

type Queue = 'OPEN' | 'LATER';
const keys = { same: 'S', different: 'D', later: 'L', undo: 'Z' } as const;

/** One pair at a time, decided by one key each. */
export function Review({ overview }: { overview: Overview }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const [queue, setQueue] = useState<Queue>('OPEN');
  const [decided, setDecided] = useState<string[]>([]);
  const { data, error, refetch } = usePairs(queue);
  const verdict = useVerdict();
  const problem = useNotifyProblem();
  const pair = data?.find(({ id }) => !decided.includes(id));
  const last = decided.at(-1);

  const say = (said: Verdict, id: string | undefined) => {
    if (id === undefined || verdict.isPending) return;
    setDecided((before) => (said === 'undo' ? before.filter((one) => one !== id) : [...before, id]));
    verdict.mutate(
      { id, verdict: said },
      {
        onError: (failure) => {
          setDecided((before) => before.filter((one) => one !== id));
          problem(failure);
        },
      },
    );
  };
  useHotkeys([
    [keys.same, () => say('same', pair?.id)],
    [keys.different, () => say('different', pair?.id)],
    [keys.later, () => queue === 'OPEN' && say('later', pair?.id)],
    [keys.undo, () => say('undo', last)],
  ]);

  const choose = (value: string) => {
    setDecided([]);
    setQueue(value === 'LATER' ? 'LATER' : 'OPEN');
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <SegmentedControl
          size="xs"
          value={queue}
          onChange={choose}
          aria-label={t('review.queue')}
          data={[
            { value: 'OPEN', label: t('review.open', { number: format.number(overview.open) }) },
            { value: 'LATER', label: t('review.later', { number: format.number(overview.later) }) },
          ]}
        />
        <Button size="compact-sm" variant="subtle" disabled={last === undefined} onClick={() => say('undo', last)} rightSection={<Kbd size="xs">{keys.undo}</Kbd>}>
          {t('review.undo')}
        </Button>
      </Group>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Skeleton h={320} />}
      {data && !pair && (
        <EmptyState icon={IconChecks} title={t('review.doneTitle')}>
          {t('review.done')}
        </EmptyState>
      )}
      {pair && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" aria-live="polite">
          <Sides pair={pair} />
          <Stack gap="md">
            <Paper>
              <Reasons pair={pair} />
            </Paper>
            <Group gap="xs">
              <Button onClick={() => say('same', pair.id)} rightSection={<Kbd size="xs">{keys.same}</Kbd>}>
                {t('review.same')}
              </Button>
              <Button variant="default" onClick={() => say('different', pair.id)} rightSection={<Kbd size="xs">{keys.different}</Kbd>}>
                {t('review.different')}
              </Button>
              {queue === 'OPEN' && (
                <Button variant="default" onClick={() => say('later', pair.id)} rightSection={<Kbd size="xs">{keys.later}</Kbd>}>
                  {t('review.putOff')}
                </Button>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {t('review.whatHappens')}
            </Text>
          </Stack>
        </SimpleGrid>
      )}
    </Stack>
  );
}
