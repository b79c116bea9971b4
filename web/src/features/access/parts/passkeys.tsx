import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { isClosed, passkeysKnown, passkeysQuery, useAddPasskey, useRemovePasskey, useRenamePasskey, type Passkey } from '../passkeys';

/** One's own passkeys: a device that is unlocked takes the place of password and code. */
export function Passkeys() {
  const { t } = useTranslation('access');
  const { data: passkeys = [] } = useQuery(passkeysQuery);
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Stack gap="sm" align="stretch">
      <Text c="dimmed">{t(passkeysKnown() ? 'passkeys.text' : 'passkeys.unknown')}</Text>
      {passkeys.map((one) => (
        <Line key={one.id} passkey={one} />
      ))}
      <Group>
        <Button variant="default" disabled={!passkeysKnown()} onClick={open}>
          {t('passkeys.add')}
        </Button>
      </Group>
      <Modal opened={opened} onClose={close} title={<Text fw={620}>{t('passkeys.add')}</Text>}>
        <Add close={close} />
      </Modal>
    </Stack>
  );
}

function Line({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation('access');
  const rename = useRenamePasskey();
  const remove = useRemovePasskey();
  const onError = useNotifyProblem();
  const keep = (name: string) => {
    if (name.trim() === '' || name === passkey.name) return;
    rename.mutate({ id: passkey.id, name }, { onSuccess: () => notifyDone(t('passkeys.renamed')), onError });
  };
  return (
    <Group justify="space-between" gap="sm">
      <Stack gap={0}>
        <TextInput
          aria-label={t('passkeys.name')}
          size="xs"
          maxLength={100}
          defaultValue={passkey.name}
          onBlur={({ currentTarget }) => keep(currentTarget.value)}
        />
        <Text c="dimmed" fz="xs" component="div">
          {t('passkeys.lastUsed')}{' '}
          {passkey.lastUsedAt ? <DateText value={passkey.lastUsedAt} as="relative" /> : t('apiKeys.never')}
        </Text>
      </Stack>
      <ConfirmButton
        size="compact-sm"
        question={t('passkeys.removeQuestion', { name: passkey.name })}
        consequence={t('passkeys.removeConsequence')}
        confirm={t('passkeys.remove')}
        onConfirm={() => remove.mutate(passkey.id, { onError })}
      >
        {t('passkeys.remove')}
      </ConfirmButton>
    </Group>
  );
}

function Add({ close }: { close: () => void }) {
  const { t } = useTranslation('access');
  const add = useAddPasskey();
  const fieldProblem = useFieldProblem();
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('passkeys.nameNeeded') : null),
      password: (value) => (value === '' ? t('password.currentNeeded') : null),
    },
  });
  const submit = form.onSubmit((wish) =>
    add.mutate(wish, { onSuccess: close, onError: (error) => fieldProblem(error, form) }),
  );
  const shown = add.error && !isClosed(add.error) && Object.keys(form.errors).length === 0;
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        {shown && <ErrorState error={add.error} />}
        <TextInput
          label={t('passkeys.name')}
          placeholder={t('passkeys.nameHint')}
          maxLength={100}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <PasswordInput label={t('password.current')} autoComplete="current-password" {...form.getInputProps('password')} />
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending}>
            {t('passkeys.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
