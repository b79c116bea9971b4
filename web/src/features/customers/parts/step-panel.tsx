import { Badge, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '@/shared/api/colleagues';
import { useSession } from '@/shared/api/session';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { DateText } from '@/shared/ui/numbers';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { Permitted } from '@/shared/ui/permitted';
import { stepQuery, usePlanStep, useReopenStep, useStepDone, type NextStep } from '../card-files';
import { Panel } from './panel';

/** What is to be done next with the customer: one thing, by a day. */
export function StepPanel({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const { data: step } = useQuery(stepQuery(id));
  const [planning, setPlanning] = useState(false);
  if (step === undefined) return null;
  return (
    <Panel title={t('step.title')}>
      {planning ? (
        <StepForm id={id} step={step} close={() => setPlanning(false)} />
      ) : step ? (
        <OpenStep id={id} step={step} change={() => setPlanning(true)} />
      ) : (
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t('step.none')}
          </Text>
          <Permitted need="customers.edit">
            <Button size="compact-sm" variant="default" onClick={() => setPlanning(true)}>
              {t('step.plan')}
            </Button>
          </Permitted>
        </Group>
      )}
    </Panel>
  );
}

const today = (): string => new Date().toLocaleDateString('sv');

function OpenStep({ id, step, change }: { id: string; step: NextStep; change: () => void }) {
  const { t } = useTranslation('customers');
  const done = useStepDone(id);
  const reopen = useReopenStep(id);
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  const run = () =>
    done.mutate(step.id, {
      onSuccess: () => notifyUndo(t('step.isDone'), () => reopen.mutate(step.id, { onError })),
      onError,
    });
  return (
    <Stack gap="xs">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {step.what}
      </Text>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {t('step.until')} <DateText value={step.due} as="day" />
          {step.responsible && ` · ${step.responsible}`}
        </Text>
        {step.due < today() && <Badge color="red">{t('step.overdue')}</Badge>}
      </Group>
      <Permitted need="customers.edit">
        <Group gap="xs">
          <Button size="compact-sm" leftSection={<IconCheck size={14} />} loading={done.isPending} onClick={run}>
            {t('step.done')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={change}>
            {t('step.change')}
          </Button>
        </Group>
      </Permitted>
    </Stack>
  );
}

type Values = { what: string; due: string; responsible: string | null };

function StepForm({ id, step, close }: { id: string; step: NextStep | null; close: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const plan = usePlanStep(id);
  const beside = useFieldProblem();
  const onError = useNotifyProblem();
  const { data: colleagues = [] } = useQuery(colleaguesQuery);
  const me = useSession()?.user.id;
  const form = useForm<Values>({
    initialValues: { what: step?.what ?? '', due: step?.due ?? today(), responsible: step?.responsibleId ?? me ?? null },
    validate: {
      what: (what) => (what.trim() ? null : t('step.whatNeeded')),
      due: (due) => (due ? null : t('step.dueNeeded')),
    },
  });
  const save = (values: Values) =>
    plan.mutate(values, { onSuccess: close, onError: (error) => beside(error, form) || onError(error) });
  return (
    <form noValidate onSubmit={form.onSubmit(save)}>
      <Stack gap="xs">
        <TextInput size="xs" label={t('step.what')} maxLength={500} autoFocus {...form.getInputProps('what')} />
        <TextInput size="xs" type="date" label={t('step.due')} {...form.getInputProps('due')} />
        <Select
          size="xs"
          label={t('step.who')}
          searchable
          allowDeselect={false}
          data={colleagues.filter(({ active }) => active).map(({ id: value, name }) => ({ value, label: name }))}
          {...form.getInputProps('responsible')}
        />
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={close}>
            {t('shared:cancel')}
          </Button>
          <Button size="xs" type="submit" loading={plan.isPending}>
            {t('shared:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
