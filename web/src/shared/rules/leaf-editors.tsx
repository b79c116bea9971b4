import { Group, MultiSelect, Select, TagsInput } from '@mantine/core';
import { type Words, labelOf } from './rule-sentence';
import {
  firstCheck,
  typeOfField,
  type AttributeRule,
  type ConsentRule,
  type ContactRule,
  type CustomerField,
  type FieldRule,
  type ReachableRule,
  type SegmentRule,
  type Vocabulary,
} from './rules';
import { CheckEditor } from './check-editor';
import { MembershipChoice, PurposeChoice } from './choices';
import { namesOf } from './vocabulary';

type EditorProps<R> = { rule: R; words: Words; onChange: (rule: R) => void };

export function FieldEditor({ rule, words, onChange }: EditorProps<FieldRule>) {
  const { vocabulary } = words;
  return (
    <CheckEditor
      check={rule.check}
      type={typeOfField(rule.field)}
      offered={offered(rule.field, vocabulary)}
      choices={choicesOf(rule.field, words)}
      onChange={(check) => onChange({ ...rule, check })}
    />
  );
}

function choicesOf(field: CustomerField, { t, vocabulary, language }: Words) {
  if (field === 'SEX') return (['female', 'male'] as const).map((value) => ({ value, label: t(`sex.${value}`) }));
  return namesOf(field, vocabulary)?.map(({ code, name }) => ({ value: code, label: labelOf(name, code, language) }));
}

function offered(field: CustomerField, vocabulary: Vocabulary | undefined): string[] | undefined {
  switch (field) {
    case 'LANGUAGE':
      return vocabulary?.languages;
    case 'COUNTRY':
      return vocabulary?.countries;
    case 'REGION':
      return vocabulary?.regions;
    case 'CITY':
      return vocabulary?.cities;
    case 'DISTRICT':
      return vocabulary?.districts;
    case 'ZONE':
      return vocabulary?.zones;
    case 'SEX':
    case 'OWNER':
    case 'FIRST_SOURCE':
    case 'LAST_SOURCE':
    case 'BIRTH_DATE':
    case 'AGE':
    case 'CREATED':
      return undefined;
  }
}

export function AttributeEditor({ rule, words, onChange }: EditorProps<AttributeRule>) {
  const own = words.vocabulary?.fields.find(({ key }) => key === rule.key);
  const choices = own?.options.map(({ code, name }) => ({ value: code, label: labelOf(name, code, words.language) }));
  return (
    <CheckEditor
      check={rule.check}
      type={own?.type ?? 'TEXT'}
      choices={choices?.length ? choices : undefined}
      onChange={(check) => onChange({ ...rule, check: check ?? firstCheck('TEXT') })}
    />
  );
}

export function SegmentEditor({ rule, words, onChange }: EditorProps<SegmentRule>) {
  const { t, vocabulary } = words;
  return (
    <Group gap="xs">
      <MembershipChoice value={rule.member} words={words} onChange={(member) => onChange({ ...rule, member })} />
      <Select
        aria-label={t('editor.segment')}
        placeholder={t('editor.segmentHint')}
        data={(vocabulary?.segments ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={rule.segment || null}
        onChange={(value) => onChange({ ...rule, segment: value ?? '' })}
        searchable
        flex="1 1 220px"
      />
    </Group>
  );
}

const qualities = ['ANY', 'USABLE', 'VALID', 'INVALID'] as const;

export function ContactEditor({ rule, words, onChange }: EditorProps<ContactRule>) {
  const { t } = words;
  return (
    <Group gap="xs">
      <Select
        aria-label={t('editor.quality')}
        data={qualities.map((value) => ({ value, label: t(`quality.${value}`) }))}
        value={rule.quality}
        onChange={(value) => value && onChange({ ...rule, quality: value as ContactRule['quality'] })}
        allowDeselect={false}
        w={220}
      />
      {rule.contact === 'EMAIL' && (
        <TagsInput
          aria-label={t('editor.domains')}
          placeholder={rule.domains.length === 0 ? t('editor.domainsHint') : ''}
          value={rule.domains}
          onChange={(domains) => onChange({ ...rule, domains })}
          flex="1 1 200px"
        />
      )}
      {rule.contact === 'PHONE' && (
        <TagsInput
          aria-label={t('editor.codes')}
          placeholder={rule.callingCodes.length === 0 ? t('editor.codesHint') : ''}
          value={rule.callingCodes}
          onChange={(codes) => onChange({ ...rule, callingCodes: codes.map((code) => code.replace(/\D/g, '')) })}
          flex="1 1 200px"
        />
      )}
    </Group>
  );
}

const channels = ['email', 'sms', 'phone', 'telegram', 'push'] as const;
const standings = ['GRANTED', 'WITHDRAWN', 'ABSENT'] as const;

export function ConsentEditor({ rule, words, onChange }: EditorProps<ConsentRule>) {
  const { t } = words;
  return (
    <Group gap="xs">
      <Select
        aria-label={t('editor.standing')}
        data={standings.map((value) => ({ value, label: t(`standing.${value}`) }))}
        value={rule.standing}
        onChange={(value) => value && onChange({ ...rule, standing: value as ConsentRule['standing'] })}
        allowDeselect={false}
        w={170}
      />
      <PurposeChoice value={rule.purpose} words={words} onChange={(purpose) => onChange({ ...rule, purpose })} />
      <Select
        aria-label={t('editor.channel')}
        data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={rule.channel}
        onChange={(value) => value && onChange({ ...rule, channel: value })}
        allowDeselect={false}
        w={150}
      />
    </Group>
  );
}

const reachChannels = ['EMAIL', 'SMS', 'PHONE'] as const;

export function ReachableEditor({ rule, words, onChange }: EditorProps<ReachableRule>) {
  const { t } = words;
  return (
    <Group gap="xs">
      <Select
        aria-label={t('editor.channel')}
        data={reachChannels.map((value) => ({ value, label: t(`channel.${value.toLowerCase() as 'email'}`) }))}
        value={rule.channel}
        onChange={(value) => value && onChange({ ...rule, channel: value as ReachableRule['channel'] })}
        allowDeselect={false}
        w={150}
      />
      <PurposeChoice value={rule.purpose} words={words} onChange={(purpose) => onChange({ ...rule, purpose })} />
    </Group>
  );
}

export function ChosenCodes({
  label,
  hint,
  data,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  data: { value: string; label: string }[];
  value: string[];
  onChange: (value: string[]) => void;
}) {
  return (
    <MultiSelect
      aria-label={label}
      placeholder={value.length === 0 ? hint : ''}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      clearable
      flex="1 1 200px"
    />
  );
}
