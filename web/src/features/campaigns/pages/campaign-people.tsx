import { Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { usePathParam, useUrlSearch } from '@/shared/lib/url';
import { personName } from '@/shared/lib/person-name';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportMenu } from '@/shared/ui/export-menu';
import { DateText, Money } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { campaignQuery } from '../campaigns';
import { useCampaignPeople, type Person } from '../report';

/** Who stands behind a figure of the report. */
export function CampaignPeoplePage() {
  const { t } = useTranslation('campaigns');
  const id = usePathParam('id');
  const [{ bucket = 'treated' }] = useUrlSearch();
  const { data: campaign } = useQuery(campaignQuery(id));
  const people = useCampaignPeople(id, bucket);
  const title = useBucketTitle(bucket);
  return (
    <Page
      title={title}
      actions={<ExportMenu href={(format) => `/api/v1/campaigns/${id}/people.${format}?bucket=${bucket}`} />}
      crumbs={[
        { label: t('list.title'), href: '/campaigns' },
        { label: campaign?.draft.name ?? '…', href: `/campaigns/${id}` },
      ]}
    >
      <DataTable
        label={title}
        columns={usePersonColumns(bucket)}
        rowKey={({ customerId }) => customerId}
        rowHref={({ customerId }) => `/customers/${customerId}`}
        empty={
          <EmptyState icon={IconUsers} title={t('people.emptyTitle')}>
            {t('people.empty')}
          </EmptyState>
        }
        {...people}
      />
    </Page>
  );
}

const responses = new Set(['opened', 'clicked', 'unsubscribed', 'machine-opened', 'machine-clicked']);

function useBucketTitle(bucket: string): string {
  const { t } = useTranslation('campaigns');
  const [name = '', reason] = bucket.split(':');
  const label = t(`buckets.${name}`, name);
  return reason ? `${label}: ${t(`reasons.${reason}`, reason)}` : label;
}

function usePersonColumns(bucket: string): Column<Person>[] {
  const { t } = useTranslation('campaigns');
  const currency = useSession()?.organisation.currency || 'USD';
  const name: Column<Person> = { id: 'name', header: t('people.name'), cell: (person) => personName(person) ?? '—' };
  const email: Column<Person> = { id: 'email', header: t('people.email'), visibleFrom: 'sm', cell: (person) => person.email ?? '—' };
  if (bucket.endsWith('-buyers')) {
    return [
      name,
      email,
      {
        id: 'revenue',
        header: t('effect.revenue'),
        align: 'right',
        cell: ({ revenueMinor }) => <Money value={revenueMinor == null ? null : { minor: revenueMinor, currency }} />,
      },
    ];
  }
  const state: Column<Person> = {
    id: 'state',
    header: t('people.state'),
    visibleFrom: 'xs',
    cell: ({ reason, state }) => (reason ? t(`reasons.${reason}`) : state ? t(`buckets.${state}`, state) : ''),
  };
  return [
    name,
    email,
    ...(responses.has(bucket) ? [] : [state]),
    {
      id: 'detail',
      header: t('people.detail'),
      visibleFrom: 'md',
      cell: ({ detail }) => (
        <Text inherit c="dimmed" lineClamp={1} maw={420}>
          {detail}
        </Text>
      ),
    },
    { id: 'at', header: t('people.at'), align: 'right', cell: ({ at }) => <DateText value={at} /> },
  ];
}
