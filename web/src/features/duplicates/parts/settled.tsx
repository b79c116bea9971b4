import { Button, Group, Paper, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { DateText } from '@/shared/ui/numbers';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { TextLink } from '@/shared/ui/route-link';
import { cardOf, usePairs, useVerdict, type Pair } from '../duplicates';

const lists = { byItself: ['ONE', true], same: ['ONE', false], different: ['TWO', false] } as const;
type List = keyof typeof lists;

/** What was decided, by people and by itself, each with its undo. */
export function Settled() {
  const { t } = useTranslation('duplicates');
  const [list, setList] = useState<List>('byItself');
  const [state, automatic] = lists[list];
  const { data, error, refetch } = usePairs(state, automatic);
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        value={list}
        onChange={(value) => setList(value as List)}
        aria-label={t('settled.label')}
        data={(Object.keys(lists) as List[]).map((value) => ({ value, label: t(`settled.${value}`) }))}
      />
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Skeleton h={120} />}
      {data?.length === 0 && <Text c="dimmed">{t('settled.none')}</Text>}
      {data?.map((pair) => (
        <SettledPair key={pair.id} pair={pair} />
      ))}
    </Stack>
  );
}

function SettledPair({ pair }: { pair: Pair }) {
  const { t } = useTranslation('duplicates');
  const verdict = useVerdict();
  const problem = useNotifyProblem();
  const undo = () =>
    verdict.mutate({ id: pair.id, verdict: 'undo' }, { onSuccess: () => notifyDone(t('settled.undone')), onError: problem });
  const people = [pair.one, pair.other].filter((person) => person != null);
  return (
    <Paper py="xs">
      <Group justify="space-between" gap="xs">
        <Stack gap={0} miw={0} flex="1 1 220px">
          <Group gap="xs">
            {people.map((person) => (
              <TextLink key={person.id} href={cardOf(person)}>
                {personName(person) ?? t('review.nameless')}
              </TextLink>
            ))}
          </Group>
          <Text size="xs" c="dimmed" component="div">
            {pair.automatic ? t('settled.auto') : (pair.settledBy ?? t('settled.somebody'))} · <DateText value={pair.settledAt} as="relative" />
          </Text>
        </Stack>
        <Button size="compact-sm" variant="default" loading={verdict.isPending} leftSection={<IconArrowBackUp size={14} />} onClick={undo}>
          {t('settled.undo')}
        </Button>
      </Group>
    </Paper>
  );
}
