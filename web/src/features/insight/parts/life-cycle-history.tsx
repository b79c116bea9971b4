import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cellName } from '@/shared/rules/cells';
import { ruleDiff } from '@/shared/rules/rule-diff';
import { useWords } from '@/shared/rules/use-words';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { Permitted } from '@/shared/ui/permitted';
import { useChangeLifeCycle, useLifeCycleVersions, type StageRule } from '../life-cycle';

/** The rules there were: who changed which stage, and the way back. */
export function LifeCycleHistory({ now }: { now: string | null }) {
  const { t } = useTranslation('insight');
  const words = useWords();
  const { data } = useLifeCycleVersions();
  const change = useChangeLifeCycle();
  const onError = useNotifyProblem();
  if (!data || data.length === 0) return null;
  const bringBack = (stages: StageRule[]) =>
    change.mutate(stages, { onSuccess: () => notifyDone(t('lifeCycle.back')), onError });
  const changedStages = (stages: StageRule[], before: StageRule[] | undefined) =>
    stages.flatMap(({ code, rule }) => {
      const old = before?.find((stage) => stage.code === code);
      if (!old) return [];
      const { gone, come } = ruleDiff(old.rule, rule, words);
      return gone.length + come.length > 0 ? [cellName('lifecycle', code, words)] : [];
    });
  return (
    <Paper>
      <Stack gap="sm">
        <Title order={2}>{t('lifeCycle.history')}</Title>
        {data.map(({ id, asOf, by, stages }, index) => (
          <Group key={id} justify="space-between" gap="xs">
            <Text size="sm">{changedStages(stages, data[index + 1]?.stages).join(', ') || t('lifeCycle.allStages')}</Text>
            <Group gap="xs">
              {id !== now && (
                <Permitted need="insight.edit">
                  <Button size="compact-xs" variant="default" loading={change.isPending} onClick={() => bringBack(stages)}>
                    {t('lifeCycle.bringBack')}
                  </Button>
                </Permitted>
              )}
              <Text size="xs" c="dimmed">
                {by} <DateText value={asOf} as="relative" />
              </Text>
            </Group>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
