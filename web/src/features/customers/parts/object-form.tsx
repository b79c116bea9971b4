import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { ErrorState } from '@/shared/ui/error-state';
import { objectDraft, type ObjectDraft } from '../object-draft';
import { type CustomObject, type ObjectType } from '../objects';
import { AttributeInput } from './attribute-input';

type ObjectFormProps = {
  type: ObjectType;
  object?: CustomObject;
  /** Above the fields. */
  first?: ReactNode;
  beside?: ReactNode;
  error: unknown;
  loading: boolean;
  save: (draft: ObjectDraft, refused: (error: unknown) => void) => void;
  close: () => void;
};

/** The fields of an object. Enter saves, Escape leaves. */
export function ObjectForm({ type, object, first, beside, error, loading, save, close }: ObjectFormProps) {
  const { t } = useTranslation(['customers', 'shared']);
  const problem = useFieldProblem();
  useHotkeys([['Escape', close]], []);
  const form = useForm<ObjectDraft>({ initialValues: objectDraft(type, object) });
  const fields = type.fields.filter(({ editable }) => editable);
  return (
    <form noValidate aria-label={t('objects.form')} onSubmit={form.onSubmit((draft) => save(draft, (failed) => problem(failed, form)))}>
      <Stack gap="xs">
        {Boolean(error) && Object.keys(form.errors).length === 0 && <ErrorState error={error} />}
        {first}
        {fields.map((attribute) => (
          <AttributeInput
            key={attribute.key}
            attribute={attribute}
            value={form.values[`attributes.${attribute.key}`] ?? ''}
            error={form.errors[`attributes.${attribute.key}`]}
            onChange={(value) => form.setValues({ [`attributes.${attribute.key}`]: value })}
          />
        ))}
        <TextInput size="xs" label={t('objects.key')} maxLength={200} autoComplete="off" {...form.getInputProps('key')} />
        <Group justify="space-between" gap="xs">
          <Group gap="xs">{beside}</Group>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={close}>
              {t('shared:cancel')}
            </Button>
            <Button size="xs" type="submit" loading={loading}>
              {t('shared:save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
