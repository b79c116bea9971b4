import { ActionIcon, Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { ErrorState } from '@/shared/ui/error-state';
import { definitionsQuery } from '../attribute-definitions';
import { keyFrom, namesOf } from '../attribute-draft';
import { nameIn } from '../attribute-text';
import { objectIcons } from '../object-icons';
import { useAddObjectType, useChangeObjectType, type DefinedObjectType } from '../object-types';
import { NamesInput, type Names } from './names-input';

type Edited = DefinedObjectType | 'new' | null;
type Draft = { key: string; ownerKind: DefinedObjectType['ownerKind']; one: Names; many: Names; icon: string; titleField: string };

/** Makes a type of objects, or changes what it is called. */
export function ObjectTypeForm({ edited, close }: { edited: Edited; close: () => void }) {
  const { t } = useTranslation('customers');
  return (
    <Modal
      opened={edited !== null}
      onClose={close}
      size="lg"
      title={<Text fw={620}>{t(edited === 'new' ? 'objectTypes.add' : 'objectTypes.change')}</Text>}
    >
      {edited !== null && <Fields known={edited === 'new' ? undefined : edited} close={close} />}
    </Modal>
  );
}

function draftOf(known: DefinedObjectType | undefined): Draft {
  return {
    key: known?.key ?? '',
    ownerKind: known?.ownerKind ?? 'CUSTOMER',
    one: namesOf(known?.one ?? {}),
    many: namesOf(known?.many ?? {}),
    icon: known?.icon ?? 'box',
    titleField: '',
  };
}

const written = (names: Names) => Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== ''));

function Fields({ known, close }: { known: DefinedObjectType | undefined; close: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const add = useAddObjectType();
  const change = useChangeObjectType();
  const beside = useFieldProblem();
  const needed = (names: Names) => (Object.values(names).some((name) => name.trim()) ? null : t('attributes.nameNeeded'));
  const form = useForm<Draft>({
    initialValues: draftOf(known),
    validate: {
      key: (key) => (/^[a-z][a-z0-9_]{0,30}$/.test(key) ? null : t('attributes.keyFault')),
      one: needed,
      many: needed,
    },
  });
  const failed = add.error ?? change.error;
  const submit = form.onSubmit(({ key, ownerKind, one, many, icon, titleField }) => {
    const wish = { one: written(one), many: written(many), icon, ...(titleField && { titleField }) };
    const told = { onSuccess: close, onError: (error: unknown) => beside(error, form) };
    if (known) change.mutate({ id: known.id, wish }, told);
    else add.mutate({ key, ownerKind, wish }, told);
  });
  const rename = (code: keyof Names, name: string) => {
    const follows = !known && form.values.key === keyFrom(form.values.one[code]).slice(0, 31);
    form.setFieldValue(`one.${code}`, name);
    if (follows) form.setFieldValue('key', keyFrom(name).slice(0, 31));
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        {failed && Object.keys(form.errors).length === 0 && <ErrorState error={failed} />}
        <NamesInput
          label={t('objectTypes.one')}
          names={form.values.one}
          longest={60}
          focused
          error={form.errors['one']}
          onChange={rename}
        />
        <NamesInput
          label={t('objectTypes.many')}
          names={form.values.many}
          longest={60}
          error={form.errors['many']}
          onChange={(code, name) => form.setFieldValue(`many.${code}`, name)}
        />
        <IconChoice chosen={form.values.icon} onChange={(icon) => form.setFieldValue('icon', icon)} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t('objectTypes.ownerKind')}
            data={(['CUSTOMER', 'COMPANY'] as const).map((value) => ({ value, label: t(`objectTypes.owners.${value}`) }))}
            allowDeselect={false}
            disabled={known !== undefined}
            {...form.getInputProps('ownerKind')}
          />
          {known ? (
            <TitleChoice type={known} value={form.values.titleField} onChange={(field) => form.setFieldValue('titleField', field)} />
          ) : (
            <TextInput label={t('attributes.key')} description={t('objectTypes.keyHint')} {...form.getInputProps('key')} />
          )}
        </SimpleGrid>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('shared:cancel')}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {t('shared:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function IconChoice({ chosen, onChange }: { chosen: string; onChange: (icon: string) => void }) {
  const { t } = useTranslation('customers');
  return (
    <Group gap={6} role="group" aria-label={t('objectTypes.icon')}>
      {Object.entries(objectIcons).map(([name, Picture]) => (
        <ActionIcon
          key={name}
          size="lg"
          variant={name === chosen ? 'filled' : 'default'}
          aria-label={t(`objectTypes.icons.${name}`)}
          aria-pressed={name === chosen}
          onClick={() => onChange(name)}
        >
          <Picture size={18} />
        </ActionIcon>
      ))}
    </Group>
  );
}

type TitleChoiceProps = { type: DefinedObjectType; value: string; onChange: (field: string) => void };

/** The field that objects are called by. */
function TitleChoice({ type, value, onChange }: TitleChoiceProps) {
  const { t, i18n } = useTranslation('customers');
  const { data: fields = [] } = useQuery(definitionsQuery(type.id));
  const current = fields.find(({ id }) => id === type.titleAttribute)?.key ?? null;
  return (
    <Select
      label={t('objectTypes.titleField')}
      data={fields
        .filter((field) => field.type === 'TEXT' || field.type === 'NUMBER')
        .map(({ key, label }) => ({ value: key, label: nameIn(label, key, i18n.language) }))}
      allowDeselect={false}
      value={value || current}
      onChange={(field) => onChange(field ?? '')}
    />
  );
}
