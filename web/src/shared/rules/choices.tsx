import { Select } from '@mantine/core';
import { type Words, labelOf } from './rule-sentence';

type ChoiceProps<Value> = { value: Value; words: Words; onChange: (value: Value) => void };

/** Whether somebody is in it, or is not. */
export function MembershipChoice({ value, words: { t }, onChange }: ChoiceProps<boolean>) {
  return (
    <Select
      aria-label={t('editor.membership')}
      data={[
        { value: 'in', label: t('editor.in') },
        { value: 'out', label: t('editor.out') },
      ]}
      value={value ? 'in' : 'out'}
      onChange={(chosen) => onChange(chosen === 'in')}
      allowDeselect={false}
      w={170}
    />
  );
}

/** What messages are for. */
export function PurposeChoice({ value, words: { t, vocabulary, language }, onChange }: ChoiceProps<string>) {
  return (
    <Select
      aria-label={t('editor.purpose')}
      data={(vocabulary?.purposes ?? []).map(({ code, name }) => ({ value: code, label: labelOf(name, code, language) }))}
      value={value}
      onChange={(chosen) => chosen && onChange(chosen)}
      allowDeselect={false}
      flex="1 1 180px"
      maw={260}
    />
  );
}
