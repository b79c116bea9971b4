import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { useChangePlan, type CellPlan, type PlanTexts } from '../cells';

const parts = ['strategy', 'incentive', 'goal'] as const;
const said = (texts: PlanTexts) => JSON.stringify([texts.title, ...parts.map((part) => texts[part])].map((text) => text?.trim() || null));

type CellPlanFormProps = { grid: string; cell: string; plan: CellPlan | undefined };

/** How the people of a cell are treated, what they are offered and what it should come to. */
export function CellPlanForm({ grid, cell, plan }: CellPlanFormProps) {
  const { t } = useTranslation('insight');
  const before = plan?.plan ?? {};
  const [texts, setTexts] = useState<PlanTexts>(before);
  const change = useChangePlan(grid, cell);
  const undo = useNotifyUndo();
  const problem = useNotifyProblem();
  const readOnly = !useMay()('insight.edit');
  const save = () =>
    change.mutate(texts, {
      onSuccess: () => undo(t('plan.saved'), () => change.mutate(before, { onError: problem })),
      onError: problem,
    });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <Title order={3} size="h5">
          {t('plan.title')}
        </Title>
        <TextInput
          label={t('plan.name')}
          value={texts.title ?? ''}
          maxLength={60}
          readOnly={readOnly}
          onChange={({ currentTarget }) => setTexts({ ...texts, title: currentTarget.value })}
        />
        {parts.map((part) => (
          <Textarea
            key={part}
            label={t(`plan.${part}`)}
            placeholder={t(`plan.${part}Hint`)}
            value={texts[part] ?? ''}
            maxLength={2000}
            rows={3}
            resize="vertical"
            readOnly={readOnly}
            onChange={({ currentTarget }) => setTexts({ ...texts, [part]: currentTarget.value })}
          />
        ))}
        <Group justify="space-between" gap="xs">
          {!readOnly && (
            <Button type="submit" variant="default" loading={change.isPending} disabled={said(texts) === said(before)}>
              {t('plan.save')}
            </Button>
          )}
          {plan && (
            <Text size="xs" c="dimmed">
              {plan.by} <DateText value={plan.at} as="relative" />
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}
