import { Badge, Group, Select, Text, TextInput } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportMenu } from '@/shared/ui/export-menu';
import { DateText, Money } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { SearchField, useUrlText } from '@/shared/ui/search-field';
import { ordersHref, statuses, useOrders, type OrderRow, type OrdersView } from '../orders';

/** Everything that was bought, the latest first. */
export function OrderListPage() {
  const { t } = useTranslation('commerce');
  const [search, narrow] = useUrlSearch();
  const { text, setText, settled } = useUrlText('q');
  const view: OrdersView = {
    q: settled,
    status: search['status'] ?? '',
    from: search['from'] ?? '',
    to: search['to'] ?? '',
  };
  const orders = useOrders(view);
  return (
    <Page title={t('orders.title')} description={t('orders.text')} actions={<Files view={view} />}>
      <Group align="flex-end" gap="sm">
        <SearchField label={t('orders.search')} text={text} onChange={setText} />
        <Select
          aria-label={t('order.status')}
          placeholder={t('orders.any')}
          clearable
          w={170}
          data={statuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          value={view.status || null}
          onChange={(status) => narrow({ status: status ?? '' })}
        />
        <TextInput
          type="date"
          label={t('orders.from')}
          value={view.from}
          onChange={({ currentTarget }) => narrow({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('orders.to')}
          value={view.to}
          onChange={({ currentTarget }) => narrow({ to: currentTarget.value })}
        />
      </Group>
      <DataTable
        label={t('orders.title')}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/orders/${id}`}
        empty={
          <EmptyState icon={IconReceipt} title={t('orders.emptyTitle')}>
            {t('orders.empty')}
          </EmptyState>
        }
        {...orders}
      />
    </Page>
  );
}

function Files({ view }: { view: OrdersView }) {
  const { t } = useTranslation('commerce');
  return (
    <>
      <ExportMenu href={(format) => ordersHref(view, 'export', format)} />
      <ExportMenu label={t('orders.lines')} href={(format) => ordersHref(view, 'lines', format)} />
      <ExportMenu label={t('orders.payments')} href={(format) => ordersHref(view, 'payments', format)} />
    </>
  );
}

function useColumns(): Column<OrderRow>[] {
  const { t } = useTranslation('commerce');
  return [
    {
      id: 'externalId',
      header: t('orders.id'),
      cell: ({ externalId }) => (
        <Text inherit fw={550}>
          {externalId}
        </Text>
      ),
    },
    { id: 'placedAt', header: t('order.placed'), width: 195, cell: ({ placedAt }) => <DateText value={placedAt} /> },
    {
      id: 'customer',
      header: t('orders.customer'),
      visibleFrom: 'sm',
      cell: ({ customerId, customerName }) => (customerId ? customerName || '—' : t('orders.unknown')),
    },
    {
      id: 'status',
      header: t('order.status'),
      visibleFrom: 'sm',
      cell: ({ status }) => <Badge variant="light">{t(`status.${status}`, { defaultValue: status })}</Badge>,
    },
    { id: 'total', header: t('order.total'), align: 'right', cell: ({ total }) => <Money value={total} /> },
    { id: 'revenue', header: t('order.revenue'), align: 'right', visibleFrom: 'md', cell: ({ revenue }) => <Money value={revenue} /> },
  ];
}
