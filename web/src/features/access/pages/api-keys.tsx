import { Badge, Button, Code, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNow } from '@/shared/lib/use-now';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { apiKeysQuery, stateOf, useRevokeApiKey, type ApiKey } from '../api-keys';
import { NewApiKey } from '../parts/new-api-key';

export function ApiKeysPage() {
  const { t } = useTranslation('access');
  const { data, error, refetch } = useQuery(apiKeysQuery);
  const [opened, { open, close }] = useDisclosure(false);
  const columns = useApiKeyColumns();
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t('apiKeys.create')}
    </Button>
  );
  return (
    <Page title={t('apiKeys.title')} description={t('apiKeys.text')} actions={data?.length ? create : undefined}>
      <DataTable
        label={t('apiKeys.title')}
        columns={columns}
        rows={data}
        error={error}
        onRetry={() => void refetch()}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={IconKey} title={t('apiKeys.emptyTitle')} action={create}>
            {t('apiKeys.empty', { address: `${window.location.origin}/api/openapi.json` })}
          </EmptyState>
        }
      />
      <NewApiKey opened={opened} close={close} />
    </Page>
  );
}

function useApiKeyColumns(): Column<ApiKey>[] {
  const { t } = useTranslation('access');
  const now = useNow();
  return [
    {
      id: 'name',
      header: t('apiKeys.name'),
      cell: ({ name, revokedAt }) => (
        <Text inherit fw={550} c={revokedAt ? 'dimmed' : undefined}>
          {name}
        </Text>
      ),
    },
    { id: 'key', header: t('apiKeys.key'), visibleFrom: 'sm', cell: ({ prefix }) => <Code>{`${prefix}…`}</Code> },
    {
      id: 'created',
      header: t('apiKeys.createdAt'),
      visibleFrom: 'md',
      cell: ({ createdAt }) => <DateText value={createdAt} as="date" />,
    },
    {
      id: 'permissions',
      header: t('apiKeys.permissions'),
      visibleFrom: 'sm',
      cell: ({ permissions }) => <Rights permissions={permissions} />,
    },
    {
      id: 'expires',
      header: t('apiKeys.expires'),
      visibleFrom: 'md',
      cell: ({ expiresAt }) =>
        expiresAt ? <DateText value={expiresAt} as="date" /> : <Text inherit c="dimmed">{t('apiKeys.forever')}</Text>,
    },
    {
      id: 'used',
      header: t('apiKeys.lastUsed'),
      visibleFrom: 'xs',
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? <DateText value={lastUsedAt} as="relative" /> : <Text inherit c="dimmed">{t('apiKeys.never')}</Text>,
    },
    {
      id: 'state',
      header: t('apiKeys.state'),
      cell: (key) => {
        const state = stateOf(key, now);
        return <Badge color={state === 'active' ? 'pine' : 'gray'}>{t(`apiKeys.${state}`)}</Badge>;
      },
    },
    { id: 'revoke', header: '', align: 'right', cell: (key) => (key.revokedAt ? null : <Revoke apiKey={key} />) },
  ];
}

function Rights({ permissions }: Pick<ApiKey, 'permissions'>) {
  const { t } = useTranslation('access');
  return (
    <Tooltip multiline maw={360} label={permissions.map((one) => t(`permissions.${one}`)).join(' · ')}>
      <Text inherit span tabIndex={0}>
        {t('apiKeys.rights', { count: permissions.length })}
      </Text>
    </Tooltip>
  );
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('access');
  const revoke = useRevokeApiKey();
  const onError = useNotifyProblem();
  return (
    <ConfirmButton
      size="compact-sm"
      loading={revoke.isPending}
      question={t('apiKeys.revokeQuestion', { name: apiKey.name })}
      consequence={t('apiKeys.revokeConsequence')}
      confirm={t('apiKeys.revoke')}
      onConfirm={() =>
        revoke.mutate(apiKey.id, { onSuccess: () => notifyDone(t('apiKeys.revokeDone')), onError })
      }
    >
      {t('apiKeys.revoke')}
    </ConfirmButton>
  );
}
