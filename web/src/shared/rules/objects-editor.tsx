import { ActionIcon, Button, Group, Select, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { CheckEditor } from './check-editor';
import { labelOf, type Words } from './rule-sentence';
import { firstCheck, type ObjectsRule, type ObjectTest, type Vocabulary } from './rules';

type ObjectsEditorProps = { rule: ObjectsRule; words: Words; onChange: (rule: ObjectsRule) => void };

/** How many things of a type, and which of them count. */
export function ObjectsEditor({ rule, words, onChange }: ObjectsEditorProps) {
  const { t, vocabulary } = words;
  const fields = vocabulary?.objects.find(({ type }) => type === rule.type)?.fields ?? [];
  const first = fields[0];
  const put = (place: number, test: ObjectTest | undefined) =>
    onChange({ ...rule, where: rule.where.flatMap((old, i) => (i === place ? (test ? [test] : []) : [old])) });
  return (
    <Stack gap="xs">
      <CheckEditor check={rule.check} type="COUNT" onChange={(check) => onChange({ ...rule, check })} />
      {rule.where.map((test, place) => (
        <Test key={place} test={test} fields={fields} words={words} onChange={(next) => put(place, next)} />
      ))}
      {first && (
        <Button
          size="compact-xs"
          variant="subtle"
          w="fit-content"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange({ ...rule, where: [...rule.where, { field: first.key, check: firstCheck(first.type) }] })}
        >
          {t('editor.addTest')}
        </Button>
      )}
    </Stack>
  );
}

type TestProps = {
  test: ObjectTest;
  fields: Vocabulary['fields'];
  words: Words;
  onChange: (test: ObjectTest | undefined) => void;
};

function Test({ test, fields, words, onChange }: TestProps) {
  const { t, language } = words;
  const field = fields.find(({ key }) => key === test.field);
  const choices = field?.options.map(({ code, name }) => ({ value: code, label: labelOf(name, code, language) }));
  const choose = (key: string | null) => {
    const next = fields.find((one) => one.key === key);
    if (next) onChange({ field: next.key, check: firstCheck(next.type) });
  };
  return (
    <Group gap="xs" align="center">
      <Select
        aria-label={t('editor.objectField')}
        data={fields.map(({ key, label }) => ({ value: key, label: labelOf(label, key, language) }))}
        value={test.field}
        onChange={choose}
        allowDeselect={false}
        searchable
        w={170}
      />
      <CheckEditor
        check={test.check}
        type={field?.type ?? 'TEXT'}
        choices={choices?.length ? choices : undefined}
        onChange={(check) => onChange({ ...test, check })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t('editor.removeTest')} onClick={() => onChange(undefined)}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
