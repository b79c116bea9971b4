import { Badge, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { type Column } from '@/shared/ui/data-table';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { rolesQuery, useRoleName, within } from '../roles';
import { TeamChoice } from './teams';
import {
  useGiveRole,
  useRemovePasskeysOf,
  useRemoveSecondFactorOf,
  useSetActive,
  useWithdrawInvitation,
  type Invitation,
  type User,
} from '../users';

export function useUserColumns(): Column<User>[] {
  const { t } = useTranslation('access');
  return [
    {
      id: 'name',
      header: t('account.name'),
      cell: ({ name, email, deactivatedAt }) => (
        <>
          <Text inherit fw={550} c={deactivatedAt ? 'dimmed' : undefined}>
            {name || email}
          </Text>
          {name !== '' && (
            <Text inherit c="dimmed" fz="xs">
              {email}
            </Text>
          )}
        </>
      ),
    },
    { id: 'role', header: t('users.role'), width: 220, cell: (user) => <RoleChoice user={user} /> },
    { id: 'team', header: t('teams.team'), width: 180, visibleFrom: 'sm', cell: (user) => <TeamChoice user={user} /> },
    {
      id: 'seen',
      header: t('users.lastSignIn'),
      visibleFrom: 'sm',
      cell: ({ lastSignInAt }) =>
        lastSignInAt ? <DateText value={lastSignInAt} as="relative" /> : <Text inherit c="dimmed">{t('apiKeys.never')}</Text>,
    },
    {
      id: 'state',
      header: t('apiKeys.state'),
      visibleFrom: 'xs',
      cell: ({ deactivatedAt }) => (
        <Badge color={deactivatedAt ? 'gray' : 'pine'}>{t(deactivatedAt ? 'users.inactive' : 'users.active')}</Badge>
      ),
    },
    { id: 'act', header: '', align: 'right', cell: (user) => <Acts user={user} /> },
  ];
}

function RoleChoice({ user }: { user: User }) {
  const { t } = useTranslation('access');
  const session = useSession();
  const { data: roles = [] } = useQuery(rolesQuery);
  const nameOf = useRoleName();
  const give = useGiveRole();
  const onError = useNotifyProblem();
  const own = session?.role.permissions ?? [];
  return (
    <Select
      aria-label={t('users.roleOf', { name: user.name || user.email })}
      size="xs"
      allowDeselect={false}
      disabled={user.id === session?.user.id || user.deactivatedAt != null}
      data={roles.map((role) => ({ value: role.id, label: nameOf(role), disabled: !within(role, own) }))}
      value={user.role}
      onChange={(role) =>
        role !== null &&
        give.mutate({ id: user.id, role }, { onSuccess: () => notifyDone(t('users.roleGiven')), onError })
      }
    />
  );
}

function Acts({ user }: { user: User }) {
  const session = useSession();
  if (user.id === session?.user.id) return null;
  return (
    <Group gap="xs" justify="flex-end">
      {user.secondFactor && <LostPhone user={user} />}
      {user.passkeys > 0 && <LostDevice user={user} />}
      <Activity user={user} />
    </Group>
  );
}

function LostPhone({ user }: { user: User }) {
  const { t } = useTranslation('access');
  const remove = useRemoveSecondFactorOf();
  const onError = useNotifyProblem();
  return (
    <ConfirmButton
      size="compact-sm"
      loading={remove.isPending}
      question={t('users.appQuestion', { name: user.name || user.email })}
      consequence={t('users.appConsequence')}
      confirm={t('users.removeApp')}
      onConfirm={() => remove.mutate(user.id, { onError })}
    >
      {t('users.removeApp')}
    </ConfirmButton>
  );
}

function LostDevice({ user }: { user: User }) {
  const { t } = useTranslation('access');
  const remove = useRemovePasskeysOf();
  const onError = useNotifyProblem();
  return (
    <ConfirmButton
      size="compact-sm"
      loading={remove.isPending}
      question={t('users.passkeysQuestion', { name: user.name || user.email })}
      consequence={t('users.passkeysConsequence')}
      confirm={t('users.removePasskeys', { count: user.passkeys })}
      onConfirm={() => remove.mutate(user.id, { onError })}
    >
      {t('users.removePasskeys', { count: user.passkeys })}
    </ConfirmButton>
  );
}

function Activity({ user }: { user: User }) {
  const { t } = useTranslation('access');
  const set = useSetActive();
  const onError = useNotifyProblem();
  const active = user.deactivatedAt == null;
  const verb = t(active ? 'users.deactivate' : 'users.activate');
  return (
    <ConfirmButton
      size="compact-sm"
      danger={active}
      loading={set.isPending}
      question={t(active ? 'users.deactivateQuestion' : 'users.activateQuestion', { name: user.name || user.email })}
      consequence={t(active ? 'users.deactivateConsequence' : 'users.activateConsequence')}
      confirm={verb}
      onConfirm={() => set.mutate({ id: user.id, active: !active }, { onError })}
    >
      {verb}
    </ConfirmButton>
  );
}

export function useInvitationColumns(): Column<Invitation>[] {
  const { t } = useTranslation('access');
  const { data: roles = [] } = useQuery(rolesQuery);
  const nameOf = useRoleName();
  const withdraw = useWithdrawInvitation();
  const onError = useNotifyProblem();
  return [
    { id: 'email', header: t('email'), cell: ({ email }) => email },
    {
      id: 'role',
      header: t('users.role'),
      cell: ({ role }) => nameOf(roles.find(({ id }) => id === role) ?? { id: role, name: role }),
    },
    { id: 'until', header: t('users.linkUntil'), visibleFrom: 'xs', cell: ({ expiresAt }) => <DateText value={expiresAt} as="date" /> },
    {
      id: 'withdraw',
      header: '',
      align: 'right',
      cell: ({ id, email }) => (
        <ConfirmButton
          size="compact-sm"
          question={t('users.withdrawQuestion', { email })}
          consequence={t('users.withdrawConsequence')}
          confirm={t('users.withdraw')}
          onConfirm={() => withdraw.mutate(id, { onError })}
        >
          {t('users.withdraw')}
        </ConfirmButton>
      ),
    },
  ];
}
