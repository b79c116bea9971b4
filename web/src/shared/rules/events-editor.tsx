import { ActionIcon, Autocomplete, Button, Group, Select, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { CheckEditor } from './check-editor';
import { WindowEditor } from './orders-editor';
import { isKnownEvent, propertiesOf, propertyName } from './event-names';
import { type Words } from './rule-sentence';
import {
  eventMeasures,
  firstCheck,
  isOfProperty,
  propertyTypes,
  typeOfEventMeasure,
  type EventFilter,
  type EventMeasure,
  type EventsRule,
  type PropertyTest,
} from './rules';

type EventsEditorProps = { rule: EventsRule; words: Words; onChange: (rule: EventsRule) => void };

/** A figure of what customers did: which events, how often or how much, when. */
export function EventsEditor({ rule, words, onChange }: EventsEditorProps) {
  const { t } = words;
  const measure = (next: EventMeasure) => {
    const keep = typeOfEventMeasure(next) === typeOfEventMeasure(rule.measure);
    onChange({
      ...rule,
      measure: next,
      property: isOfProperty(next) ? (rule.property ?? '') : null,
      check: keep ? rule.check : firstCheck(typeOfEventMeasure(next)),
    });
  };
  return (
    <Stack gap="xs">
      <EventFilterEditor events={rule.events} words={words} onChange={(events) => onChange({ ...rule, events })} />
      <Group gap="xs">
        <Select
          aria-label={t('editor.measure')}
          data={eventMeasures.map((value) => ({ value, label: t(`eventMeasure.${value}`) }))}
          value={rule.measure}
          onChange={(value) => value && measure(value as EventMeasure)}
          allowDeselect={false}
          w={200}
        />
        {isOfProperty(rule.measure) && (
          <PropertyInput
            type={rule.events.type}
            value={rule.property ?? ''}
            words={words}
            onChange={(property) => onChange({ ...rule, property })}
          />
        )}
        <CheckEditor
          check={rule.check}
          type={typeOfEventMeasure(rule.measure)}
          onChange={(check) => onChange({ ...rule, check })}
        />
      </Group>
      <WindowEditor window={rule.window} words={words} onChange={(window) => onChange({ ...rule, window })} />
    </Stack>
  );
}

type EventFilterEditorProps = { events: EventFilter; words: Words; onChange: (events: EventFilter) => void };

/** The type of the events and tests of their properties. */
export function EventFilterEditor({ events, words, onChange }: EventFilterEditorProps) {
  const { t, vocabulary } = words;
  const known = isKnownEvent(events.type);
  const replace = (index: number, next: PropertyTest | undefined) =>
    onChange({ ...events, where: events.where.flatMap((old, i) => (i === index ? (next ? [next] : []) : [old])) });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {!known && (
          <Autocomplete
            aria-label={t('editor.eventType')}
            placeholder={t('editor.eventTypeHint')}
            data={(vocabulary?.events ?? []).flatMap((event) => (event.known ? [] : [event.type]))}
            value={events.type}
            onChange={(type) => onChange({ ...events, type })}
            flex="1 1 200px"
            maw={320}
          />
        )}
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            onChange({
              ...events,
              where: [...events.where, { property: known ? 'campaign' : '', type: 'TEXT', check: firstCheck('TEXT') }],
            })
          }
        >
          {t('editor.addTest')}
        </Button>
      </Group>
      {events.where.map((test, index) => (
        <TestEditor
          key={index}
          test={test}
          type={events.type}
          words={words}
          onChange={(next) => replace(index, next)}
          onRemove={() => replace(index, undefined)}
        />
      ))}
    </Stack>
  );
}

type TestEditorProps = {
  test: PropertyTest;
  type: string;
  words: Words;
  onChange: (test: PropertyTest) => void;
  onRemove: () => void;
};

function TestEditor({ test, type, words, onChange, onRemove }: TestEditorProps) {
  const { t } = words;
  const known = isKnownEvent(type);
  const choices = propertiesOf(type, words).find(({ name }) => name === test.property)?.choices ?? [];
  return (
    <Group gap="xs">
      <PropertyInput
        type={type}
        value={test.property}
        words={words}
        onChange={(property) => onChange({ ...test, property })}
      />
      {!known && (
      <Select
        aria-label={t('editor.propertyType')}
        data={propertyTypes.map((value) => ({ value, label: t(`valueType.${value}`) }))}
        value={test.type}
        onChange={(value) =>
          value && onChange({ ...test, type: value as PropertyTest['type'], check: firstCheck(value as PropertyTest['type']) })
        }
        allowDeselect={false}
        w={120}
      />
      )}
      <CheckEditor
        check={test.check}
        type={test.type}
        choices={choices.length > 0 ? choices.map(({ code, name }) => ({ value: code, label: name })) : undefined}
        onChange={(check) => onChange({ ...test, check })}
      />
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('editor.removeTest')} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}

type PropertyInputProps = { type: string; value: string; words: Words; onChange: (value: string) => void };

function PropertyInput({ type, value, words, onChange }: PropertyInputProps) {
  const { t } = words;
  const properties = propertiesOf(type, words).map(({ name }) => name);
  if (isKnownEvent(type)) {
    return (
      <Select
        aria-label={t('editor.property')}
        data={properties.map((name) => ({ value: name, label: propertyName(type, name, words) }))}
        value={value}
        onChange={(next) => next && onChange(next)}
        allowDeselect={false}
        w={170}
      />
    );
  }
  return (
    <Autocomplete
      aria-label={t('editor.property')}
      placeholder={t('editor.property')}
      data={properties}
      value={value}
      onChange={onChange}
      w={170}
    />
  );
}
