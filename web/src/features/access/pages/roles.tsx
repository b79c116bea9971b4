import { Badge, Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { RoleForm } from '../parts/role-form';
import { rolesQuery, scopes, useNarrowRole, useRemoveRole, useRoleName, within, type Role, type Scope } from '../roles';

export function RolesPage() {
  const { t } = useTranslation('access');
  const { data: roles = [], error, refetch } = useQuery(rolesQuery);
  const [edited, setEdited] = useState<Role | 'new' | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('rolePage.add')}
    </Button>
  );
  return (
    <Page title={t('rolePage.title')} description={t('rolePage.text')} actions={add}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {roles.map((role) => (
        <RoleCard key={role.id} role={role} edit={() => setEdited(role)} />
      ))}
      <RoleForm edited={edited} close={() => setEdited(null)} />
    </Page>
  );
}

function RoleCard({ role, edit }: { role: Role; edit: () => void }) {
  const { t } = useTranslation('access');
  const nameOf = useRoleName();
  const own = useSession()?.role.permissions ?? [];
  return (
    <Paper p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={2}>{nameOf(role)}</Title>
            {role.name == null && <Badge color="gray">{t('rolePage.builtIn')}</Badge>}
          </Group>
          {role.name != null && within(role, own) && (
            <Group gap="xs">
              <Button size="compact-sm" variant="default" onClick={edit}>
                {t('rolePage.change')}
              </Button>
              <Remove role={role} name={nameOf(role)} />
            </Group>
          )}
        </Group>
        <Text c="dimmed" fz="sm">
          {role.permissions.map((one) => t(`permissions.${one}`)).join(' · ') || t('rolePage.none')}
        </Text>
        <ScopeChoice role={role} name={nameOf(role)} disabled={role.id === 'owner' || !within(role, own)} />
      </Stack>
    </Paper>
  );
}

function ScopeChoice({ role, name, disabled }: { role: Role; name: string; disabled: boolean }) {
  const { t } = useTranslation('access');
  const narrow = useNarrowRole();
  const onError = useNotifyProblem();
  const change = (scope: Scope) =>
    narrow.mutate({ id: role.id, scope }, { onSuccess: () => notifyDone(t('scopes.changed')), onError });
  return (
    <Group gap="xs">
      <Text fz="sm">{t('scopes.label')}</Text>
      <Select
        aria-label={t('scopes.of', { name })}
        size="xs"
        w={240}
        allowDeselect={false}
        disabled={disabled || narrow.isPending}
        data={scopes.map((scope) => ({ value: scope, label: t(`scopes.${scope}`) }))}
        value={role.scope}
        onChange={(scope) => scope !== null && change(scope as Scope)}
      />
      {role.scope !== 'all' && (
        <Text c="dimmed" fz="sm">
          {t('scopes.hint')}
        </Text>
      )}
    </Group>
  );
}

function Remove({ role, name }: { role: Role; name: string }) {
  const { t } = useTranslation('access');
  const remove = useRemoveRole();
  const onError = useNotifyProblem();
  return (
    <ConfirmButton
      size="compact-sm"
      loading={remove.isPending}
      question={t('rolePage.removeQuestion', { name })}
      confirm={t('rolePage.remove')}
      onConfirm={() => remove.mutate(role.id, { onError })}
    >
      {t('rolePage.remove')}
    </ConfirmButton>
  );
}
