import { ActionIcon, Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/api/use-problem-text';
import { cellName } from '@/shared/rules/cells';
import { RuleEditor } from '@/shared/rules/rule-editor';
import { editable, isComplete } from '@/shared/rules/rules';
import { useWords } from '@/shared/rules/use-words';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { NumberText } from '@/shared/ui/numbers';
import { useChangeLifeCycle, useLifeCyclePreview, type StagePeople, type StageRule } from '../life-cycle';

const noCounts = new Map<string, number>();

/** The rules of all stages in the order in which they are tried, with the exact numbers they would give. */
export function StagesForm({ initial, onClose }: { initial: StagePeople[]; onClose: () => void }) {
  const { t } = useTranslation('insight');
  const words = useWords();
  const before = initial.map(({ code, rule }) => ({ code, rule }));
  const [stages, setStages] = useState<StageRule[]>(() => before.map(({ code, rule }) => ({ code, rule: editable(rule) })));
  const complete = stages.every(({ rule }) => isComplete(rule));
  const [settled] = useDebouncedValue(stages, 300);
  const preview = useLifeCyclePreview(settled, complete);
  const change = useChangeLifeCycle();
  const problemText = useProblemText();
  const onError = useNotifyProblem();
  const undo = useNotifyUndo();
  const swap = (at: number, by: number) => {
    const [one, other] = [stages[at], stages[at + by]];
    if (one && other) setStages(stages.with(at, other).with(at + by, one));
  };
  const save = () =>
    change.mutate(stages, {
      onSuccess: () => {
        onClose();
        undo(t('lifeCycle.saved'), () => change.mutate(before, { onError }));
      },
      onError,
    });
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('lifeCycle.editText')}
      </Text>
      {preview.error && complete && <Alert color="red">{problemText(preview.error).title}</Alert>}
      {stages.map(({ code, rule }, index) => {
        const name = cellName('lifecycle', code, words);
        return (
          <Paper key={code} component="section" aria-label={name}>
            <Stack gap="xs">
              <Group justify="space-between" gap="xs">
                <Text fw={620}>
                  {index + 1}. {name}
                </Text>
                <Group gap={6}>
                  <Text component="div" fw={600} opacity={preview.isPlaceholderData || settled !== stages ? 0.5 : 1}>
                    <NumberText value={preview.data?.stages.find((one) => one.code === code)?.customers} />
                  </Text>
                  <ActionIcon variant="subtle" color="gray" aria-label={t('lifeCycle.earlier', { name })} disabled={index === 0} onClick={() => swap(index, -1)}>
                    <IconArrowUp size={16} />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('lifeCycle.later', { name })}
                    disabled={index === stages.length - 1}
                    onClick={() => swap(index, 1)}
                  >
                    <IconArrowDown size={16} />
                  </ActionIcon>
                </Group>
              </Group>
              <RuleEditor
                rule={rule}
                counts={noCounts}
                words={words}
                onChange={(next) => setStages(stages.with(index, { code, rule: next }))}
              />
            </Stack>
          </Paper>
        );
      })}
      <Group gap="xs">
        <Button onClick={save} disabled={!complete} loading={change.isPending}>
          {t('lifeCycle.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('lifeCycle.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
