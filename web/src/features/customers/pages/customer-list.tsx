import { Button, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconTableImport, IconUsers } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { useUrlSearch } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText, Money, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { RouteLink } from '@/shared/ui/route-link';
import { AddCustomer } from '../parts/add-customer';
import { Permitted } from '@/shared/ui/permitted';
import { useCustomers, useOrderTotals, type CustomerSummary, type OrderTotals } from '../customers';

export function CustomerListPage() {
  const { t } = useTranslation('customers');
  const [search, setSearch] = useUrlSearch();
  const [text, setText] = useState(search['q'] ?? '');
  const [settled] = useDebouncedValue(text, 200);
  useEffect(() => setSearch({ q: settled || undefined }), [settled, setSearch]);
  const customers = useCustomers(settled);
  const columns = useColumns(useOrderTotals(customers.rows));
  return (
    <Page title={t('list.title')} description={t('list.text')} actions={<Actions />}>
      <TextInput
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        placeholder={t('list.search')}
        aria-label={t('list.search')}
        leftSection={<IconSearch size={16} />}
        maw={420}
      />
      <DataTable
        label={t('list.title')}
        columns={columns}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/customers/${id}`}
        empty={settled ? <NothingFound text={settled} /> : <NoCustomers />}
        {...customers}
      />
    </Page>
  );
}

function Actions() {
  return (
    <>
      <ImportButton />
      <Permitted need="customers.edit">
        <AddCustomer />
      </Permitted>
    </>
  );
}

function ImportButton() {
  const { t } = useTranslation('customers');
  return (
    <Permitted need="imports.run">
      <Button component={RouteLink} href="/imports" variant="default" leftSection={<IconTableImport size={16} />}>
        {t('list.import')}
      </Button>
    </Permitted>
  );
}

function NoCustomers() {
  const { t } = useTranslation('customers');
  return (
    <EmptyState icon={IconUsers} title={t('list.emptyTitle')} action={<ImportButton />}>
      {t('list.empty')}
    </EmptyState>
  );
}

function NothingFound({ text }: { text: string }) {
  const { t } = useTranslation('customers');
  return (
    <EmptyState icon={IconSearch} title={t('list.nothingTitle', { text })}>
      {t('list.nothing')}
    </EmptyState>
  );
}

function useColumns(totals: Map<string, OrderTotals> | undefined): Column<CustomerSummary>[] {
  const { t } = useTranslation('customers');
  return [
    {
      id: 'name',
      header: t('field.name'),
      cell: (customer) => (
        <Text inherit fw={550}>
          {personName(customer) ?? t('list.nameless')}
        </Text>
      ),
    },
    { id: 'email', header: t('field.email'), visibleFrom: 'sm', cell: ({ email }) => email ?? '—' },
    { id: 'phone', header: t('field.phone'), visibleFrom: 'lg', cell: ({ phone }) => phone ?? '—' },
    {
      id: 'city',
      header: t('field.city'),
      visibleFrom: 'md',
      cell: ({ city, country }) => [city, country].filter(Boolean).join(', ') || '—',
    },
    {
      id: 'orders',
      header: t('field.orders'),
      align: 'right',
      cell: ({ id }) => <NumberText value={totals ? (totals.get(id)?.orders ?? 0) : null} />,
    },
    {
      id: 'revenue',
      header: t('field.revenue'),
      align: 'right',
      cell: ({ id }) => <Money value={totals?.get(id)?.revenue} />,
    },
    {
      id: 'lastOrder',
      header: t('field.lastOrder'),
      visibleFrom: 'sm',
      cell: ({ id }) => <DateText value={totals?.get(id)?.lastOrderAt} as="date" />,
    },
  ];
}
