import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { useSession } from '@/shared/api/session';
import { ErrorState } from '@/shared/ui/error-state';
import { useChangePassword } from '../change-password';
import { passwordFault, shortest } from '../password-rules';

export function PasswordForm({ onChanged }: { onChanged?: () => void }) {
  const { t } = useTranslation('access');
  const session = useSession();
  const change = useChangePassword();
  const fieldProblem = useFieldProblem();
  const form = useForm({
    initialValues: { current: '', next: '', repeat: '' },
    validate: (values) => {
      const { field, fault } = passwordFault(values) ?? {};
      return field ? { [field]: t(`password.${fault}`, { count: shortest }) } : {};
    },
  });
  const save = ({ current, next }: { current: string; next: string }) =>
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          form.reset();
          onChanged?.();
        },
        onError: (error) => fieldProblem(error, form),
      },
    );
  return (
    <form noValidate onSubmit={form.onSubmit(save)}>
      <Stack gap="md">
        {change.error && Object.keys(form.errors).length === 0 && <ErrorState error={change.error} />}
        <input type="hidden" name="username" autoComplete="username" value={session?.user.email ?? ''} readOnly />
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label={t('password.next')}
          description={t('password.nextHint', { count: shortest })}
          autoComplete="new-password"
          {...form.getInputProps('next')}
        />
        <PasswordInput label={t('password.repeat')} autoComplete="new-password" {...form.getInputProps('repeat')} />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('password.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
