import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { SecretText } from '@/shared/ui/secret-text';
import { useCreateApiKey, type CreatedApiKey } from '../api-keys';

/** First the name, then the key itself, which is shown this once. */
export function NewApiKey({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation('access');
  const create = useCreateApiKey();
  const created = create.data;
  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={create.reset}
      closeOnClickOutside={!created}
      closeOnEscape={!created}
      withCloseButton={!created}
      title={<Text fw={620}>{t(created ? 'apiKeys.created' : 'apiKeys.create')}</Text>}
    >
      {created ? (
        <CreatedKey created={created} close={close} />
      ) : (
        <NameForm create={(name) => create.mutate(name)} error={create.error} loading={create.isPending} />
      )}
    </Modal>
  );
}

type NameFormProps = { create: (name: string) => void; error: unknown; loading: boolean };

function NameForm({ create, error, loading }: NameFormProps) {
  const { t } = useTranslation('access');
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (value) => (value.trim() === '' ? t('apiKeys.nameNeeded') : null) },
  });
  return (
    <form noValidate onSubmit={form.onSubmit(({ name }) => create(name.trim()))}>
      <Stack gap="md">
        {error ? <ErrorState error={error} /> : null}
        <TextInput
          label={t('apiKeys.name')}
          placeholder={t('apiKeys.nameHint')}
          maxLength={100}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={loading}>
            {t('apiKeys.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function CreatedKey({ created, close }: { created: CreatedApiKey; close: () => void }) {
  const { t } = useTranslation('access');
  return (
    <Stack gap="md">
      <Alert color="sunflower">{t('apiKeys.once')}</Alert>
      <SecretText label={created.name} value={created.key} />
      <Group justify="flex-end">
        <Button onClick={close}>{t('apiKeys.understood')}</Button>
      </Group>
    </Stack>
  );
}
