import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { CheckEditor } from './check-editor';
import { type Words } from './rule-sentence';
import { firstCheck, type ValueCheck, type ValueType } from './rules';

type FieldTest<Key> = { field: Key; check: ValueCheck };

/** What can be tested: with its closed list of values, or some to choose from. */
export type TestedField<Key extends string> = {
  key: Key;
  label: string;
  type: ValueType;
  choices?: { value: string; label: string }[] | undefined;
  offered?: string[] | undefined;
};

type FieldTestsProps<Key extends string> = {
  tests: FieldTest<Key>[];
  fields: TestedField<Key>[];
  label: string;
  words: Words;
  onChange: (tests: FieldTest<Key>[]) => void;
};

/** Tests of fields of one and the same thing, a row each. */
export function FieldTests<Key extends string>({ tests, fields, label, words, onChange }: FieldTestsProps<Key>) {
  const { t } = words;
  const first = fields[0];
  const put = (place: number, test: FieldTest<Key> | undefined) =>
    onChange(tests.flatMap((old, i) => (i === place ? (test ? [test] : []) : [old])));
  const row = (test: FieldTest<Key>, place: number) => {
    const field = fields.find(({ key }) => key === test.field);
    const choose = (key: string | null) => {
      const next = fields.find((one) => one.key === key);
      if (next) put(place, { field: next.key, check: firstCheck(next.type) });
    };
    return (
      <Group key={place} gap="xs" align="center">
        <Select
          aria-label={label}
          data={fields.map((one) => ({ value: one.key, label: one.label }))}
          value={test.field}
          onChange={choose}
          allowDeselect={false}
          searchable
          w={190}
        />
        <CheckEditor
          check={test.check}
          type={field?.type ?? 'TEXT'}
          choices={field?.choices?.length ? field.choices : undefined}
          offered={field?.offered}
          onChange={(check) => put(place, { ...test, check })}
        />
        <ActionIcon variant="subtle" color="gray" aria-label={t('editor.removeTest')} onClick={() => put(place, undefined)}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
    );
  };
  return (
    <>
      {tests.map(row)}
      {first && (
        <Button
          size="compact-xs"
          variant="subtle"
          w="fit-content"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...tests, { field: first.key, check: firstCheck(first.type) }])}
        >
          {t('editor.addTest')}
        </Button>
      )}
    </>
  );
}
