import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { type CustomerCard } from '../customer-card';
import { useChangeCustomer, type CustomerAttribute } from '../edit-customer';
import { useFieldSight } from '../field-rights';
import { changes, draftOf, profileFields, type ProfileDraft, type ProfileField } from '../profile-draft';
import { AttributeInput } from './attribute-input';

type ProfileFormProps = { card: CustomerCard; attributes: CustomerAttribute[]; close: () => void };
type Form = UseFormReturnType<ProfileDraft>;

/** The profile, editable where it stands. Enter saves, Escape leaves. */
export function ProfileForm({ card, attributes, close }: ProfileFormProps) {
  const { t } = useTranslation(['customers', 'shared']);
  const { edits } = useFieldSight();
  const change = useChangeCustomer(card.id);
  const beside = useFieldProblem();
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  useHotkeys([['Escape', close]], []);
  const before = draftOf(card, attributes);
  const form = useForm<ProfileDraft>({ initialValues: before });
  const save = (draft: ProfileDraft) => {
    const forth = changes(before, draft);
    const back = changes(draft, before);
    if (!forth || !back) return close();
    change.mutate(forth, {
      onSuccess: () => {
        notifyUndo(t('edit.saved'), () => change.mutate(back, { onError }));
        close();
      },
      onError: (error) => beside(error, form) || onError(error),
    });
  };
  return (
    <form noValidate aria-label={t('edit.title')} onSubmit={form.onSubmit(save)}>
      <Stack gap="xs">
        {profileFields.filter(edits).map((field) => (
          <ProfileInput key={field} field={field} form={form} />
        ))}
        {attributes.filter(({ editable }) => editable).map((attribute) => (
          <AttributeInput
            key={attribute.key}
            attribute={attribute}
            value={form.getValues()[`attributes.${attribute.key}`] ?? ''}
            error={form.errors[`attributes.${attribute.key}`]}
            onChange={(value) => form.setValues({ [`attributes.${attribute.key}`]: value })}
          />
        ))}
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={close}>
            {t('shared:cancel')}
          </Button>
          <Button size="xs" type="submit" loading={change.isPending}>
            {t('shared:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ProfileInput({ field, form }: { field: ProfileField; form: Form }) {
  const { t } = useTranslation('customers');
  const shared = { size: 'xs' as const, label: t(`input.${field}`), ...form.getInputProps(field) };
  if (field === 'sex') {
    const data = ['female', 'male'].map((value) => ({ value, label: t(`sex.${value}`) }));
    return (
      <Select
        {...shared}
        data={data}
        clearable
        value={form.getValues()['sex'] || null}
        onChange={(value) => form.setFieldValue('sex', value ?? '')}
      />
    );
  }
  const example = { country: 'UA', language: 'uk', zone: 'Europe/Kyiv' }[field as string];
  return (
    <TextInput
      {...shared}
      {...(field === 'birthDate' && { type: 'date' })}
      {...(example && { placeholder: example })}
      autoFocus={field === 'fullName'}
    />
  );
}
