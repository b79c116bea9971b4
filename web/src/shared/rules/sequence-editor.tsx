import { ActionIcon, Box, Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { eventName, isKnownEvent, knownEvents } from './event-names';
import { inUnit } from './event-sentence';
import { EventFilterEditor } from './events-editor';
import { WindowEditor } from './orders-editor';
import { type Words } from './rule-sentence';
import { type SequenceRule, type SequenceStep } from './rules';

type SequenceEditorProps = { rule: SequenceRule; words: Words; onChange: (rule: SequenceRule) => void };

const mostSteps = 6;

/** One thing after another; the last may be what did not come. */
export function SequenceEditor({ rule, words, onChange }: SequenceEditorProps) {
  const { t } = words;
  const last = rule.steps.length - 1;
  const replace = (index: number, next: SequenceStep | undefined) =>
    onChange({
      ...rule,
      steps: rule.steps
        .flatMap((old, i) => (i === index ? (next ? [next] : []) : [old]))
        .map((kept, i) => (i === 0 ? { ...kept, withinMinutes: null } : kept)),
    });
  return (
    <Stack gap="sm">
      {rule.steps.map((step, index) => (
        <Stack key={index} gap={6} role="group" aria-label={t('editor.step', { number: index + 1 })}>
          <Group gap="xs">
            {index === 0 && (
              <Text size="sm" fw={600} w={150}>
                {t('editor.first')}
              </Text>
            )}
            {index > 0 && (
              <Select
                aria-label={t('editor.then')}
                data={[
                  { value: 'then', label: t('editor.thenDid') },
                  ...(index === last ? [{ value: 'missing', label: t('editor.thenDidNot') }] : []),
                ]}
                value={index === last && rule.lastMissing ? 'missing' : 'then'}
                onChange={(value) => onChange({ ...rule, lastMissing: index === last ? value === 'missing' : rule.lastMissing })}
                allowDeselect={false}
                w={150}
              />
            )}
            {index > 0 && <Within step={step} words={words} onChange={(next) => replace(index, next)} />}
            {rule.steps.length > 2 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('editor.removeStep')}
                onClick={() => replace(index, undefined)}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
          </Group>
          <What step={step} words={words} onChange={(next) => replace(index, next)} />
        </Stack>
      ))}
      {rule.steps.length < mostSteps && (
        <Button
          variant="subtle"
          size="compact-xs"
          w="fit-content"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            onChange({
              ...rule,
              lastMissing: false,
              steps: [...rule.steps, { events: { type: '', where: [] }, withinMinutes: 1440 }],
            })
          }
        >
          {t('editor.addStep')}
        </Button>
      )}
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {t('editor.firstStepWhen')}
        </Text>
        <WindowEditor window={rule.window} words={words} onChange={(window) => onChange({ ...rule, window })} />
      </Group>
    </Stack>
  );
}

type StepProps = { step: SequenceStep; words: Words; onChange: (step: SequenceStep) => void };

function What({ step, words, onChange }: StepProps) {
  const { t } = words;
  return (
    <Group gap="xs" align="flex-start">
      <Select
        aria-label={t('editor.what')}
        data={[
          { value: 'order', label: t('editor.anOrder') },
          ...knownEvents.map((type) => ({ value: type as string, label: eventName(type, words) })),
          { value: 'event', label: t('editor.anEvent') },
        ]}
        value={step.events ? (isKnownEvent(step.events.type) ? step.events.type : 'event') : 'order'}
        onChange={(value) => onChange({ ...step, events: filterOf(value) })}
        allowDeselect={false}
        w={190}
      />
      {step.events && (
        <Box flex="1 1 260px">
          <EventFilterEditor events={step.events} words={words} onChange={(events) => onChange({ ...step, events })} />
        </Box>
      )}
    </Group>
  );
}

function filterOf(what: string | null): SequenceStep['events'] {
  if (what === 'order') return null;
  return { type: what && isKnownEvent(what) ? what : '', where: [] };
}

const units = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof units;

/** Left empty, any time after. */
function Within({ step, words: { t }, onChange }: StepProps) {
  const known = step.withinMinutes == null ? undefined : inUnit(step.withinMinutes);
  const [unit, setUnit] = useState<Unit>(known?.unit ?? 'hours');
  const minutes = step.withinMinutes;
  const set = (count: number | undefined, next: Unit) => {
    setUnit(next);
    onChange({ ...step, withinMinutes: count ? Math.round(count * units[next]) : null });
  };
  const count = minutes == null ? undefined : minutes / units[unit];
  return (
    <Group gap={6}>
      <NumberInput
        aria-label={t('editor.within')}
        placeholder={t('editor.anyTime')}
        value={count ?? ''}
        onChange={(value) => set(value === '' ? undefined : Number(value), unit)}
        min={1}
        max={Math.floor(527_040 / units[unit])}
        allowDecimal={false}
        allowNegative={false}
        w={120}
      />
      <Select
        aria-label={t('editor.unit')}
        data={(['minutes', 'hours', 'days'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
        value={unit}
        onChange={(value) => value && set(count, value as Unit)}
        allowDeselect={false}
        w={110}
      />
    </Group>
  );
}
