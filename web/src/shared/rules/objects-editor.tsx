import { Stack } from '@mantine/core';
import { CheckEditor } from './check-editor';
import { FieldTests } from './field-tests';
import { labelOf, type Words } from './rule-sentence';
import { type ObjectsRule } from './rules';

type ObjectsEditorProps = { rule: ObjectsRule; words: Words; onChange: (rule: ObjectsRule) => void };

/** How many things of a type, and which of them count. */
export function ObjectsEditor({ rule, words, onChange }: ObjectsEditorProps) {
  const { t, vocabulary, language } = words;
  const fields = vocabulary?.objects.find(({ type }) => type === rule.type)?.fields ?? [];
  return (
    <Stack gap="xs">
      <CheckEditor check={rule.check} type="COUNT" onChange={(check) => onChange({ ...rule, check })} />
      <FieldTests
        tests={rule.where}
        fields={fields.map(({ key, label, type, options }) => ({
          key,
          type,
          label: labelOf(label, key, language),
          choices: options.map(({ code, name }) => ({ value: code, label: labelOf(name, code, language) })),
        }))}
        label={t('editor.objectField')}
        words={words}
        onChange={(where) => onChange({ ...rule, where })}
      />
    </Stack>
  );
}
