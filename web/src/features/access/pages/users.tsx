import { Button, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/shared/ui/data-table';
import { Page } from '@/shared/ui/page';
import { InviteUser } from '../parts/invite-user';
import { Teams } from '../parts/teams';
import { useInvitationColumns, useUserColumns } from '../parts/user-columns';
import { usersQuery } from '../users';

export function UsersPage() {
  const { t } = useTranslation('access');
  const { data, error, refetch } = useQuery(usersQuery);
  const [opened, { open, close }] = useDisclosure(false);
  const columns = useUserColumns();
  const invitationColumns = useInvitationColumns();
  const invite = (
    <Button leftSection={<IconUserPlus size={16} />} onClick={open}>
      {t('users.invite')}
    </Button>
  );
  return (
    <Page title={t('users.title')} description={t('users.text')} actions={invite}>
      <DataTable
        label={t('users.title')}
        columns={columns}
        rows={data?.items}
        error={error}
        onRetry={() => void refetch()}
        rowKey={({ id }) => id}
        empty={null}
      />
      {data && data.invitations.length > 0 && (
        <Stack gap="xs">
          <Title order={2}>{t('users.invited')}</Title>
          <DataTable
            label={t('users.invited')}
            columns={invitationColumns}
            rows={data.invitations}
            rowKey={({ id }) => id}
            empty={null}
          />
        </Stack>
      )}
      <Teams />
      <InviteUser opened={opened} close={close} />
    </Page>
  );
}
