import { Badge, Grid, Group, Paper, SimpleGrid, Skeleton, Stack, Text, Timeline, Title } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSourceName } from '@/shared/lib/source-name';
import { usePathParam } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { DateText, Money, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { TextLink } from '@/shared/ui/route-link';
import { StatTile } from '@/shared/ui/stat-tile';
import { orderQuery, type OrderDetails } from '../order';

export function OrderPage() {
  const { t } = useTranslation('commerce');
  const { data, error, refetch } = useQuery(orderQuery(usePathParam('id')));
  const title = data ? t('order.title', { id: data.order.externalId }) : '…';
  const crumbs = data?.customerId
    ? [{ label: data.customerName || t('order.customer'), href: '/customers/' + data.customerId }]
    : [];
  return (
    <Page title={title} crumbs={crumbs}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton h={280} />}
      {data && <Order details={data} />}
    </Page>
  );
}

function Order({ details }: { details: OrderDetails }) {
  const { t } = useTranslation('commerce');
  const { order, shipping } = details;
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
        <StatTile label={t('order.total')} value={<Money value={order.total} />} />
        <StatTile label={t('order.shipping')} value={<Money value={shipping} />} />
        <StatTile label={t('order.refunded')} value={<Money value={order.refunded} />} />
        <StatTile label={t('order.revenue')} value={<Money value={order.revenue} />} definition={t('order.revenueHint')} />
      </SimpleGrid>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Lines order={order} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="md">
            <Facts details={details} />
            <Payments details={details} />
            <History details={details} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

function Lines({ order }: Pick<OrderDetails, 'order'>) {
  const { t } = useTranslation('commerce');
  const columns = useColumns();
  return (
    <DataTable
      label={t('order.lines')}
      rows={order.lines}
      rowKey={({ lineNo }) => lineNo}
      columns={columns}
      empty={
        <EmptyState icon={IconPackage} title={t('order.lines')}>
          {t('order.noLines')}
        </EmptyState>
      }
    />
  );
}

function useColumns(): Column<OrderDetails['order']['lines'][number]>[] {
  const { t } = useTranslation('commerce');
  return [
    { id: 'product', header: t('order.product'), cell: ({ product }) => product ?? t('order.unnamed') },
    { id: 'category', header: t('order.category'), visibleFrom: 'sm', cell: ({ category }) => category ?? '—' },
    {
      id: 'quantity',
      header: t('order.quantity'),
      align: 'right',
      cell: ({ quantity }) => <NumberText value={quantity} />,
    },
    { id: 'amount', header: t('order.amount'), align: 'right', cell: ({ amount }) => <Money value={amount} /> },
  ];
}

function Facts({ details: { order, source, receivedAt } }: { details: OrderDetails }) {
  const sourceName = useSourceName();
  const { t } = useTranslation('commerce');
  return (
    <Paper component="section" aria-label={t('order.about')}>
      <Stack gap="xs">
        <Title order={2} fz="md">
          {t('order.about')}
        </Title>
        <Fact label={t('order.status')}>
          <Badge variant="light" color={order.counts ? 'pine' : 'gray'}>
            {t(`status.${order.status}`, { defaultValue: order.status })}
          </Badge>
        </Fact>
        <Fact label={t('order.placed')}>
          <DateText value={order.placedAt} as={order.dateOnly ? 'day' : 'dateTime'} />
        </Fact>
        <Fact label={t('order.payment')}>{order.paymentMethod ?? '—'}</Fact>
        <Fact label={t('order.source')}>{sourceName(source) || '—'}</Fact>
        <Fact label={t('order.received')}>
          <DateText value={receivedAt} as="dateTime" />
        </Fact>
      </Stack>
    </Paper>
  );
}

/** What was paid and what was given back. */
function Payments({ details: { payments, refunds } }: { details: OrderDetails }) {
  const { t } = useTranslation('commerce');
  if (payments.length === 0 && refunds.length === 0) return null;
  return (
    <Paper component="section" aria-label={t('order.payments')}>
      <Stack gap="xs">
        <Title order={2} fz="md">
          {t('order.payments')}
        </Title>
        {payments.map(({ paymentNo, method, amount }) => (
          <Fact key={paymentNo} label={method ?? t('order.paid')}>
            <Money value={amount} />
          </Fact>
        ))}
        {refunds.map((refund) => (
          <Fact key={refund.externalId} label={t('order.refund')}>
            −<Money value={refund.amount} /> · <DateText value={refund.refundedAt} as="date" />
          </Fact>
        ))}
      </Stack>
    </Paper>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="div" size="sm" ta="right">
        {children}
      </Text>
    </Group>
  );
}

function History({ details: { history, customerId } }: { details: OrderDetails }) {
  const { t } = useTranslation('commerce');
  return (
    <Paper component="section" aria-label={t('order.history')}>
      <Stack gap="sm">
        <Title order={2} fz="md">
          {t('order.history')}
        </Title>
        <Timeline bulletSize={14} lineWidth={2} active={history.length}>
          {history.map(({ status, at }) => (
            <Timeline.Item key={`${status} ${at}`} title={t(`status.${status}`, { defaultValue: status })}>
              <DateText value={at} as="dateTime" size="xs" c="dimmed" />
            </Timeline.Item>
          ))}
        </Timeline>
        {customerId && <TextLink href={'/customers/' + customerId}>{t('order.toCustomer')}</TextLink>}
      </Stack>
    </Paper>
  );
}
