import { Button, Group, Modal, NumberInput, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { type Language } from '@/shared/lib/languages';
import { ErrorState } from '@/shared/ui/error-state';
import {
  attributeTypes,
  bases,
  sensitivities,
  useAddAttribute,
  useChangeAttribute,
  type AttributeType,
  type DefinedAttribute,
} from '../attribute-definitions';
import { draftOf, hasOptions, keyFrom, wishOf, withSensitivity, type AttributeDraft } from '../attribute-draft';
import { AttributeOptions } from './attribute-options';
import { AudienceInput } from './audience-input';
import { NamesInput } from './names-input';

type Form = UseFormReturnType<AttributeDraft>;

type AttributeFormProps = {
  edited: DefinedAttribute | 'new' | null;
  /** Of whose objects a new one becomes a field; customers' where it is left out. */
  objectType?: number;
  close: () => void;
};

/** Makes an attribute, or changes what the company says of one. */
export function AttributeForm({ edited, objectType, close }: AttributeFormProps) {
  const { t } = useTranslation('customers');
  return (
    <Modal
      opened={edited !== null}
      onClose={close}
      size="lg"
      title={<Text fw={620}>{t(edited === 'new' ? 'attributes.add' : 'attributes.change')}</Text>}
    >
      {edited !== null && (
        <Fields known={edited === 'new' ? undefined : edited} close={close} {...(objectType !== undefined && { objectType })} />
      )}
    </Modal>
  );
}

type FieldsProps = { known: DefinedAttribute | undefined; objectType?: number; close: () => void };

function Fields({ known, objectType, close }: FieldsProps) {
  const { t } = useTranslation(['customers', 'shared']);
  const add = useAddAttribute();
  const change = useChangeAttribute();
  const beside = useFieldProblem();
  const form = useForm<AttributeDraft>({
    initialValues: draftOf(known),
    validate: {
      key: (key) => (/^[a-z][a-z0-9_]*$/.test(key) ? null : t('attributes.keyFault')),
      label: (label) => (Object.values(label).some((name) => name.trim()) ? null : t('attributes.nameNeeded')),
      purpose: (purpose) => (purpose.trim() ? null : t('attributes.purposeNeeded')),
      options: (options, { type }) =>
        type === 'CHOICE' && !options.some(({ code }) => code.trim()) ? t('attributes.optionsNeeded') : null,
    },
  });
  const failed = add.error ?? change.error;
  const submit = form.onSubmit((draft) => {
    const told = { onSuccess: close, onError: (error: unknown) => beside(error, form) };
    if (known) change.mutate({ id: known.id, wish: wishOf(draft) }, told);
    else add.mutate({ ...(objectType !== undefined && { objectType }), key: draft.key, type: draft.type, wish: wishOf(draft) }, told);
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        {failed && Object.keys(form.errors).length === 0 && <ErrorState error={failed} />}
        <Names form={form} known={known !== undefined} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t('attributes.type')}
            data={attributeTypes.map((value) => ({ value, label: t(`attributes.types.${value}`) }))}
            allowDeselect={false}
            disabled={known !== undefined}
            value={form.values.type}
            onChange={(type) => type && form.setFieldValue('type', type as AttributeType)}
          />
          <TextInput
            label={t('attributes.key')}
            description={t('attributes.keyHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            disabled={known !== undefined}
            {...form.getInputProps('key')}
          />
        </SimpleGrid>
        {hasOptions(form.values.type) && (
          <AttributeOptions
            options={form.values.options}
            error={form.errors['options']}
            onChange={(options) => form.setFieldValue('options', options)}
          />
        )}
        <Care form={form} />
        <AudienceInput
          audience={{ seenBy: form.values.seenBy, editedBy: form.values.editedBy }}
          named={form.values.sensitivity === 'SPECIAL'}
          onChange={(audience) => form.setValues(audience)}
        />
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

/** The key follows the first Latin name until somebody writes another. */
function Names({ form, known }: { form: Form; known: boolean }) {
  const { t } = useTranslation('customers');
  const rename = (code: Language, name: string) => {
    const follows = !known && form.values.key === keyFrom(form.values.label[code]);
    form.setFieldValue(`label.${code}`, name);
    if (follows) form.setFieldValue('key', keyFrom(name));
  };
  return (
    <NamesInput
      label={t('attributes.name')}
      names={form.values.label}
      longest={100}
      focused
      error={form.errors['label']}
      onChange={rename}
    />
  );
}

/** Why it is kept, for how long, and how delicate it is. */
function Care({ form }: { form: Form }) {
  const { t } = useTranslation('customers');
  return (
    <>
      <Textarea
        label={t('attributes.purpose')}
        placeholder={t('attributes.purposeHint')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('purpose')}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Select
          label={t('attributes.basis')}
          data={bases.map((value) => ({ value, label: t(`attributes.bases.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('basis')}
        />
        <Select
          label={t('attributes.sensitivity')}
          data={sensitivities.map((value) => ({ value, label: t(`attributes.sensitivities.${value}`) }))}
          allowDeselect={false}
          value={form.values.sensitivity}
          onChange={(sensitivity) => sensitivity && form.setValues(withSensitivity(form.values, sensitivity as AttributeDraft['sensitivity']))}
        />
        <NumberInput
          label={t('attributes.retention')}
          placeholder={t('attributes.forEver')}
          min={1}
          max={36_500}
          allowDecimal={false}
          allowNegative={false}
          {...form.getInputProps('retentionDays')}
        />
      </SimpleGrid>
      {form.values.sensitivity === 'SPECIAL' && (
        <Text size="xs" c="dimmed">
          {t('attributes.specialHint')}
        </Text>
      )}
    </>
  );
}
