import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { ErrorState } from '@/shared/ui/error-state';
import { useSaveRole, type Role } from '../roles';
import { PermissionPicker } from './permission-picker';

export function RoleForm({ edited, close }: { edited: Role | 'new' | null; close: () => void }) {
  const { t } = useTranslation('access');
  return (
    <Modal
      opened={edited !== null}
      onClose={close}
      size="lg"
      title={<Text fw={620}>{t(edited === 'new' ? 'rolePage.add' : 'rolePage.change')}</Text>}
    >
      {edited !== null && <Fields role={edited === 'new' ? undefined : edited} close={close} />}
    </Modal>
  );
}

function Fields({ role, close }: { role: Role | undefined; close: () => void }) {
  const { t } = useTranslation(['access', 'shared']);
  const offered = useSession()?.role.permissions ?? [];
  const save = useSaveRole(role?.id);
  const fieldProblem = useFieldProblem();
  const form = useForm({
    initialValues: { name: role?.name ?? '', permissions: role?.permissions ?? [] },
    validate: { name: (value) => (value.trim() === '' ? t('rolePage.nameNeeded') : null) },
  });
  const submit = form.onSubmit((wish) =>
    save.mutate({ ...wish, scope: role?.scope ?? 'all' }, { onSuccess: close, onError: (error) => fieldProblem(error, form) }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        {save.error && Object.keys(form.errors).length === 0 && <ErrorState error={save.error} />}
        <TextInput label={t('rolePage.name')} maxLength={60} data-autofocus {...form.getInputProps('name')} />
        <PermissionPicker
          offered={offered}
          value={form.values.permissions}
          onChange={(permissions) => form.setFieldValue('permissions', permissions)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('shared:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
