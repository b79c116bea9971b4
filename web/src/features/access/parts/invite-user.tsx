import { Alert, Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { ErrorState } from '@/shared/ui/error-state';
import { SecretText } from '@/shared/ui/secret-text';
import { rolesQuery, useRoleName, within } from '../roles';
import { useInvite, type NewInvitation } from '../users';

/** First whom and as what, then the link, which is shown this once. */
export function InviteUser({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation('access');
  const invite = useInvite();
  const made = invite.data;
  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={invite.reset}
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
      title={<Text fw={620}>{t('users.invite')}</Text>}
    >
      {made ? <Made made={made} close={close} /> : <Wish invite={invite} />}
    </Modal>
  );
}

function Wish({ invite }: { invite: ReturnType<typeof useInvite> }) {
  const { t } = useTranslation('access');
  const own = useSession()?.role.permissions ?? [];
  const { data: roles = [] } = useQuery(rolesQuery);
  const nameOf = useRoleName();
  const fieldProblem = useFieldProblem();
  const form = useForm({
    initialValues: { email: '', role: 'marketer', mail: true },
    validate: { email: (value) => (value.includes('@') ? null : t('signIn.emailNeeded')) },
  });
  const submit = form.onSubmit((wish) =>
    invite.mutate({ ...wish, email: wish.email.trim() }, { onError: (error) => fieldProblem(error, form) }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        {invite.error && Object.keys(form.errors).length === 0 && <ErrorState error={invite.error} />}
        <TextInput type="email" label={t('email')} data-autofocus {...form.getInputProps('email')} />
        <Select
          label={t('users.role')}
          allowDeselect={false}
          data={roles.filter((role) => within(role, own)).map((role) => ({ value: role.id, label: nameOf(role) }))}
          {...form.getInputProps('role')}
        />
        <Checkbox
          label={t('users.byMail')}
          description={t('users.byMailHint')}
          {...form.getInputProps('mail', { type: 'checkbox' })}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={invite.isPending}>
            {t('users.invite')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Made({ made, close }: { made: NewInvitation; close: () => void }) {
  const { t } = useTranslation('access');
  return (
    <Stack gap="md">
      {made.mailed && <Alert color="pine">{t('users.mailed', { email: made.email })}</Alert>}
      {made.trouble && (
        <Alert color="red" title={t('users.notMailed')}>
          {made.trouble}
        </Alert>
      )}
      <Alert color="sunflower">{t('users.linkOnce')}</Alert>
      <SecretText label={made.email} value={made.link} />
      <Group justify="flex-end">
        <Button onClick={close}>{t('users.done')}</Button>
      </Group>
    </Stack>
  );
}
