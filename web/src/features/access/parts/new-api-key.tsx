import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '@/shared/api/colleagues';
import { type Permission } from '@/shared/api/permission';
import { useSession } from '@/shared/api/session';
import { ErrorState } from '@/shared/ui/error-state';
import { SecretText } from '@/shared/ui/secret-text';
import { expiryAfter, forPrograms, kinds, lifetimes, useCreateApiKey, type CreatedApiKey, type KeyKind, type WantedApiKey } from '../api-keys';
import { scopes, type Scope } from '../roles';
import { PermissionPicker } from './permission-picker';

/** First what it is for and may do, then the key itself, which is shown this once. */
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
      size="lg"
      title={<Text fw={620}>{t(created ? 'apiKeys.created' : 'apiKeys.create')}</Text>}
    >
      {created ? (
        <CreatedKey created={created} close={close} />
      ) : (
        <KeyForm create={(wanted) => create.mutate(wanted)} error={create.error} loading={create.isPending} />
      )}
    </Modal>
  );
}

type KeyFormProps = { create: (wanted: WantedApiKey) => void; error: unknown; loading: boolean };

function KeyForm({ create, error, loading }: KeyFormProps) {
  const { t } = useTranslation('access');
  const { data: colleagues = [] } = useQuery(colleaguesQuery);
  const offered = forPrograms(useSession()?.role.permissions ?? []);
  const form = useForm({
    initialValues: {
      name: '',
      kind: 'server' as KeyKind,
      origins: '',
      permissions: [] as Permission[],
      scope: 'all' as Scope,
      owner: null as string | null,
      lifetime: '365',
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('apiKeys.nameNeeded') : null),
      owner: (value, { scope }) => (scope !== 'all' && value === null ? t('apiKeys.eyesNeeded') : null),
      origins: (value, { kind }) => (kind === 'browser' && value.trim() === '' ? t('apiKeys.originsNeeded') : null),
      permissions: (value, { kind }) => (kind === 'server' && value.length === 0 ? t('apiKeys.permissionsNeeded') : null),
    },
  });
  const submit = form.onSubmit(({ name, kind, origins, permissions, scope, owner, lifetime }) =>
    create({ name: name.trim(), kind, origins: origins.split(/\s+/).filter(Boolean), permissions, scope, owner: scope === 'all' ? null : owner, expiresAt: expiryAfter(lifetime) }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        {error ? <ErrorState error={error} /> : null}
        <TextInput
          label={t('apiKeys.name')}
          placeholder={t('apiKeys.nameHint')}
          maxLength={100}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select
          label={t('apiKeys.kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`apiKeys.kinds.${kind}`) }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
        {form.values.kind === 'browser' ? (
          <>
            <Text c="dimmed">{t('apiKeys.browserText')}</Text>
            <Textarea
              label={t('apiKeys.origins')}
              description={t('apiKeys.originsHint')}
              autosize
              minRows={2}
              {...form.getInputProps('origins')}
            />
          </>
        ) : (
          <>
            <PermissionPicker
              offered={offered}
              value={form.values.permissions}
              onChange={(permissions) => form.setFieldValue('permissions', permissions)}
              error={form.errors.permissions}
            />
            <Group grow>
              <Select
                label={t('apiKeys.sees')}
                data={scopes.map((scope) => ({ value: scope, label: t(`scopes.${scope}`) }))}
                allowDeselect={false}
                {...form.getInputProps('scope')}
              />
              {form.values.scope !== 'all' && (
                <Select
                  label={t('apiKeys.eyes')}
                  searchable
                  data={colleagues.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
                  {...form.getInputProps('owner')}
                />
              )}
            </Group>
          </>
        )}
        <Select
          label={t('apiKeys.lifetime')}
          data={lifetimes.map((days) => ({
            value: days,
            label: days === 'never' ? t('apiKeys.forever') : t('apiKeys.days', { count: Number(days) }),
          }))}
          allowDeselect={false}
          {...form.getInputProps('lifetime')}
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
