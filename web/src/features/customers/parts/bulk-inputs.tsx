import { Autocomplete, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '@/shared/api/colleagues';
import { bulkFields, type BulkDraft } from '../bulk';
import { nameIn } from '../attribute-text';
import { attributesQuery } from '../edit-customer';
import { listsQuery } from '../lists';
import { isTag, tagsQuery } from '../tags';
import { AttributeInput } from './attribute-input';

type InputsProps = { draft: BulkDraft; change: (part: Partial<BulkDraft>) => void };

/** What the chosen kind of change needs to know. */
export function BulkInputs({ draft, change }: InputsProps) {
  switch (draft.kind) {
    case 'tag_added':
      return <NewTag draft={draft} change={change} />;
    case 'tag_removed':
      return <KnownTag draft={draft} change={change} />;
    case 'owner':
      return <NewOwner draft={draft} change={change} />;
    case 'field':
      return <Field draft={draft} change={change} />;
    case 'attribute':
      return <Attribute draft={draft} change={change} />;
    case 'list_added':
      return <OnList draft={draft} change={change} />;
    case 'contact_invalid':
      return <AddressKind draft={draft} change={change} />;
    default:
      return <Withdrawal draft={draft} change={change} />;
  }
}

function NewTag({ draft, change }: InputsProps) {
  const { t } = useTranslation('customers');
  const known = useQuery(tagsQuery).data ?? [];
  return (
    <Autocomplete
      label={t('bulk.tag')}
      maxLength={60}
      data={known.map(({ name }) => name)}
      value={draft.value}
      onChange={(value) => change({ value })}
    />
  );
}

function KnownTag({ draft, change }: InputsProps) {
  const { t } = useTranslation('customers');
  const known = useQuery(tagsQuery).data ?? [];
  return (
    <Select
      label={t('bulk.tag')}
      searchable
      data={known.map(({ key, name }) => ({ value: key, label: name }))}
      value={draft.key || null}
      onChange={(key) => change({ key: key ?? '' })}
    />
  );
}

function NewOwner({ draft, change }: InputsProps) {
  const { t } = useTranslation('customers');
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  return (
    <Select
      label={t('owner.title')}
      placeholder={t('owner.nobody')}
      searchable
      clearable
      data={colleagues.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
      value={draft.key || null}
      onChange={(key) => change({ key: key ?? '' })}
    />
  );
}

function OnList({ draft, change }: InputsProps) {
  const { t } = useTranslation('customers');
  const lists = useQuery(listsQuery).data ?? [];
  return (
    <>
      <Select
        label={t('bulk.list')}
        placeholder={t('bulk.newList')}
        searchable
        clearable
        data={lists}
        value={draft.key || null}
        onChange={(key) => change({ key: key ?? '', value: '' })}
      />
      {draft.key === '' && (
        <TextInput
          label={t('bulk.listName')}
          maxLength={120}
          value={draft.value}
          onChange={(event) => change({ value: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function AddressKind({ draft, change }: InputsProps) {
  const { t } = useTranslation('customers');
  return (
    <Select
      label={t('bulk.address')}
      description={t('bulk.addressHint')}
      allowDeselect={false}
      data={['email', 'phone'].map((value) => ({ value, label: t(`input.${value}`) }))}
      value={draft.key || null}
      onChange={(key) => change({ key: key ?? '' })}
    />
  );
}

const examples: Record<string, string> = { country: 'UA', language: 'uk', zone: 'Europe/Kyiv' };

function Field({ draft, change }: InputsProps) {
  const { t } = useTranslation('customers');
  return (
    <>
      <Select
        label={t('bulk.field')}
        allowDeselect={false}
        data={bulkFields.map((value) => ({ value, label: t(`input.${value}`) }))}
        value={draft.key || null}
        onChange={(key) => change({ key: key ?? '', value: '' })}
      />
      {draft.key === 'sex' ? (
        <Select
          label={t('bulk.value')}
          description={t('bulk.emptyClears')}
          clearable
          data={['female', 'male'].map((value) => ({ value, label: t(`sex.${value}`) }))}
          value={draft.value || null}
          onChange={(value) => change({ value: value ?? '' })}
        />
      ) : (
        <TextInput
          label={t('bulk.value')}
          description={t('bulk.emptyClears')}
          placeholder={examples[draft.key]}
          value={draft.value}
          onChange={(event) => change({ value: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function Attribute({ draft, change }: InputsProps) {
  const { t, i18n } = useTranslation('customers');
  const own = (useQuery(attributesQuery).data ?? []).filter(({ key }) => !isTag(key));
  const chosen = own.find(({ key }) => key === draft.key);
  return (
    <>
      <Select
        label={t('bulk.attribute')}
        allowDeselect={false}
        nothingFoundMessage={t('bulk.noAttributes')}
        data={own.map((one) => ({ value: one.key, label: nameIn(one.label, one.key, i18n.language) }))}
        value={draft.key || null}
        onChange={(key) => change({ key: key ?? '', value: '' })}
      />
      {chosen && (
        <>
          <AttributeInput attribute={chosen} value={draft.value} error={undefined} onChange={(value) => change({ value })} />
          <Text size="xs" c="dimmed">
            {t('bulk.emptyClears')}
          </Text>
        </>
      )}
    </>
  );
}

function Withdrawal({ draft, change }: InputsProps) {
  const { t } = useTranslation('customers');
  const choice = (codes: string[], texts: string) =>
    codes.map((value) => ({ value, label: t(`${texts}.${value}`) }));
  return (
    <>
      <Select
        label={t('consentForm.channel')}
        allowDeselect={false}
        data={choice(['email', 'sms', 'phone', 'telegram', 'push'], 'channel')}
        value={draft.key || null}
        onChange={(key) => change({ key: key ?? '' })}
      />
      <Select
        label={t('consentForm.purpose')}
        allowDeselect={false}
        data={choice(['marketing', 'service'], 'purpose')}
        value={draft.value || 'marketing'}
        onChange={(value) => change({ value: value ?? '' })}
      />
      <Textarea
        label={t('bulk.reason')}
        description={t('bulk.reasonHint')}
        autosize
        minRows={2}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <Text size="sm" c="dimmed">
        {t('bulk.neverGrants')}
      </Text>
    </>
  );
}
