import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '@/shared/api/colleagues';
import { personName } from '@/shared/lib/person-name';
import { type Column } from '@/shared/ui/data-table';
import { DateText, Money, NumberText } from '@/shared/ui/numbers';
import { type CustomerSummary, type OrderTotals } from './customers';
import { nameIn, useAttributeText } from './attribute-text';
import { type CustomerAttribute } from './edit-customer';
import { useFieldSight } from './field-rights';
import { orders } from './list-view';

export type CustomerColumn = Column<CustomerSummary>;

/** Every column that there is, in the order in which the chooser offers them. */
export function useAllColumns(
  totals: Map<string, OrderTotals> | undefined,
  attributes: CustomerAttribute[],
): CustomerColumn[] {
  const { t, i18n } = useTranslation('customers');
  const textOf = useAttributeText();
  const plain = (id: string, cell: CustomerColumn['cell'], more?: Partial<CustomerColumn>): CustomerColumn => ({
    id,
    header: t(`field.${id}`),
    cell,
    sortable: id in orders,
    ...more,
  });
  const money = (id: string, value: (bought: OrderTotals) => OrderTotals['revenue']) =>
    plain(
      id,
      (row) => {
        const bought = totals?.get(row.id);
        return <Money value={bought && value(bought)} />;
      },
      { align: 'right' },
    );
  const { sees } = useFieldSight();
  const owners = new Map((useQuery(colleaguesQuery).data ?? []).map(({ id, name }) => [id, name]));
  const columns = [
    plain('name', (row) => (
      <Text inherit fw={550}>
        {personName(row) ?? t('list.nameless')}
      </Text>
    )),
    plain('email', ({ email }) => email ?? '—', { visibleFrom: 'sm' }),
    plain('phone', ({ phone }) => phone ?? '—', { visibleFrom: 'lg' }),
    plain('externalId', ({ externalId }) => externalId?.value ?? '—', { visibleFrom: 'sm' }),
    plain('city', ({ city, country }) => [city, country].filter(Boolean).join(', ') || '—', { visibleFrom: 'md' }),
    plain('country', ({ country }) => country ?? '—', { visibleFrom: 'sm' }),
    plain('language', ({ language }) => language ?? '—', { visibleFrom: 'sm' }),
    plain('birthDate', ({ birthDate }) => <DateText value={birthDate} as="day" />, { visibleFrom: 'sm' }),
    plain('sex', ({ sex }) => (sex ? t(`sex.${sex}`) : '—'), { visibleFrom: 'sm' }),
    plain('owner', ({ ownerId }) => (ownerId && owners.get(ownerId)) || '—', { visibleFrom: 'sm' }),
    plain('createdAt', ({ createdAt }) => <DateText value={createdAt} as="date" />, { visibleFrom: 'sm' }),
    plain('orders', ({ id }) => <NumberText value={totals ? (totals.get(id)?.orders ?? 0) : null} />, { align: 'right' }),
    money('revenue', ({ revenue }) => revenue),
    money('average', (bought) => ({ ...bought.revenue, minor: Math.floor(bought.revenue.minor / bought.orders) })),
    plain('lastOrder', ({ id }) => <DateText value={totals?.get(id)?.lastOrderAt} as="date" />, { visibleFrom: 'sm' }),
    ...attributes.map((attribute) => ({
      id: `attribute.${attribute.key}`,
      header: nameIn(attribute.label, attribute.key, i18n.language),
      cell: (row: CustomerSummary) => textOf(attribute, row.attributes[attribute.key]) || '—',
      visibleFrom: 'sm' as const,
    })),
  ];
  return columns.filter(({ id }) => sees(id));
}
