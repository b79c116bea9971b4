import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { ErrorState } from '@/shared/ui/error-state';
import { useNotifyProblem } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { RoleForm } from '../parts/role-form';
import { rolesQuery, useRemoveRole, useRoleName, within, type Role } from '../roles';

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
      </Stack>
    </Paper>
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
