import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useChangePreferences } from '@/shared/api/preferences';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';

export function ProfileForm({ name }: { name: string }) {
  const { t } = useTranslation(['access', 'shared']);
  const preferences = useChangePreferences();
  const notifyProblem = useNotifyProblem();
  const form = useForm({
    initialValues: { name },
    validate: { name: (value) => (value.trim() === '' ? t('account.nameNeeded') : null) },
  });
  const save = (values: { name: string }) =>
    preferences.mutate(
      { name: values.name.trim() },
      { onSuccess: () => notifyDone(t('shared:saved')), onError: notifyProblem },
    );
  return (
    <form noValidate onSubmit={form.onSubmit(save)}>
      <Group align="flex-end" gap="sm">
        <TextInput
          flex={1}
          miw={200}
          label={t('account.name')}
          autoComplete="name"
          {...form.getInputProps('name')}
        />
        <Button type="submit" variant="default" loading={preferences.isPending} disabled={!form.isDirty()}>
          {t('shared:save')}
        </Button>
      </Group>
    </form>
  );
}
