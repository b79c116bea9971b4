import { ActionIcon, Avatar, Menu, Text, VisuallyHidden } from '@mantine/core';
import { IconLogout, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession, useSignOut } from '@/shared/api/session';
import { useNotifyProblem } from '@/shared/ui/notify';
import { RouteLink } from '@/shared/ui/route-link';

export function UserMenu() {
  const { t } = useTranslation('app');
  const session = useSession();
  const signOut = useSignOut();
  const notifyProblem = useNotifyProblem();
  if (!session) return null;
  const { name, email } = session.user;
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon size="lg" radius="xl">
          <VisuallyHidden>{t('user.menu', { name: name || email })}</VisuallyHidden>
          <Avatar size={28} radius="xl" color="pine" name={name || email} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {name || email}
          </Text>
          <Text size="xs" truncate>
            {session.organisation.company || email}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={RouteLink} href="/settings/account" leftSection={<IconUser size={16} />}>
          {t('user.account')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() => signOut.mutate(undefined, { onError: notifyProblem })}
        >
          {t('user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
