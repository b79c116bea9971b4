import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch, IconTableImport, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportMenu } from '@/shared/ui/export-menu';
import { NumberText } from '@/shared/ui/numbers';
import { useMay } from '@/shared/api/permission';
import { Page } from '@/shared/ui/page';
import { Permitted } from '@/shared/ui/permitted';
import { RouteLink } from '@/shared/ui/route-link';
import { SearchField, useUrlText } from '@/shared/ui/search-field';
import { useCustomerCount, useCustomers, useOrderTotals } from '../customers';
import { attributesQuery } from '../edit-customer';
import { useAllColumns } from '../list-columns';
import { exportHref, orders, viewFromUrl, viewToUrl, type ListView } from '../list-view';
import { AddCustomer } from '../parts/add-customer';
import { BulkChange } from '../parts/bulk-change';
import { useChoosing } from '../parts/choose-rows';
import { ColumnChooser } from '../parts/column-chooser';
import { ListFilter } from '../parts/list-filter';
import { ViewMenu } from '../parts/view-menu';

export function CustomerListPage() {
  const { t } = useTranslation('customers');
  const [search, setSearch] = useUrlSearch();
  const { text, setText, settled } = useUrlText('q');
  const view: ListView = { ...viewFromUrl(search), q: settled };
  const [filtering, { toggle }] = useDisclosure(false);
  const customers = useCustomers(view);
  const attributes = useQuery(attributesQuery).data ?? [];
  const all = useAllColumns(useOrderTotals(customers.rows), attributes);
  const may = useMay();
  const [chosen, setChosen] = useState<string[]>([]);
  const choosing = useChoosing({ ids: chosen, set: setChosen, rows: customers.rows });
  const shown = all.filter(({ id }) => id === 'name' || view.columns.includes(id));
  const count = useCustomerCount(view);
  const sorted = Object.keys(orders).find((column) => orders[column] === view.order);
  return (
    <Page title={t('list.title')} description={t('list.text')} actions={<Actions />}>
      <Group gap="xs">
        <SearchField label={t('list.search')} text={text} onChange={setText} />
        <Button
          variant={view.rule ? 'light' : 'default'}
          leftSection={<IconFilter size={16} />}
          aria-expanded={filtering}
          onClick={toggle}
        >
          {t('list.filter')}
        </Button>
        <ColumnChooser
          all={all}
          chosen={view.columns}
          onChange={(columns) => setSearch(viewToUrl({ ...view, columns }))}
        />
        <ViewMenu view={view} open={(kept) => setSearch(viewToUrl({ ...kept, rule: kept.rule ?? null }))} />
        <ExportMenu href={(format) => exportHref(view, format)} />
        <Permitted need="customers.edit">
          <BulkChange view={view} chosen={chosen} found={count} done={() => setChosen([])} />
        </Permitted>
        <Count count={count} />
      </Group>
      <ListFilter opened={filtering} text={search['rule']} onChange={(rule) => setSearch({ rule })} />
      <DataTable
        label={t('list.title')}
        columns={may('customers.edit') ? [choosing, ...shown] : shown}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/customers/${id}`}
        empty={settled || view.rule ? <NothingFound text={settled} /> : <NoCustomers />}
        {...(sorted && { sort: { column: sorted, descending: view.descending } })}
        onSort={({ column, descending }) => setSearch({ sort: column, dir: descending ? undefined : 'asc' })}
        {...customers}
      />
    </Page>
  );
}

function Count({ count }: { count: number | undefined }) {
  const { t } = useTranslation('customers');
  if (count === undefined) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {t('list.count')} <NumberText value={count} />
    </Text>
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
    <EmptyState icon={IconSearch} title={text ? t('list.nothingTitle', { text }) : t('list.nobodyTitle')}>
      {t('list.nothing')}
    </EmptyState>
  );
}
