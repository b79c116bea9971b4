import { isComplete, type Rule } from '@/shared/rules/rules';
import { ruleFromUrl } from '@/shared/rules/rule-url';
import { type UrlSearch } from '@/shared/lib/url';
import { type TableFormat } from '@/shared/ui/export-menu';
import { type CustomerOrder } from './customers';

/** What a list shows: whom, in which order, in which columns. All of it lives in the address. */
export type ListView = {
  q: string;
  /** Null for everybody, and while a condition is not filled in. */
  rule: Rule | null;
  order: CustomerOrder;
  descending: boolean;
  columns: string[];
};

export const usualColumns = ['name', 'email', 'phone', 'city', 'orders', 'revenue', 'lastOrder'];

/** Columns that the list can be ordered by, with the order's name at the server. */
export const orders: Record<string, CustomerOrder> = {
  name: 'NAME',
  email: 'EMAIL',
  city: 'CITY',
  country: 'COUNTRY',
  birthDate: 'BIRTH_DATE',
  createdAt: 'CREATED',
  orders: 'ORDERS',
  revenue: 'REVENUE',
  average: 'AVERAGE',
  lastOrder: 'LAST_ORDER',
};

export function viewFromUrl(search: UrlSearch): ListView {
  const rule = ruleFromUrl(search['rule']);
  const column = search['sort'] ?? '';
  return {
    q: search['q'] ?? '',
    rule: isComplete(rule) ? rule : null,
    order: orders[column] ?? 'NEWEST',
    descending: search['dir'] !== 'asc',
    columns: search['columns']?.split(',').filter(Boolean) ?? usualColumns,
  };
}

/** The address of a kept view; what is as usual is left out. */
export function viewToUrl(view: Omit<ListView, 'q'>): Record<string, string | undefined> {
  const column = Object.keys(orders).find((one) => orders[one] === view.order);
  const columns = view.columns.join(',');
  return {
    rule: view.rule ? JSON.stringify(view.rule) : undefined,
    sort: column,
    dir: view.descending ? undefined : 'asc',
    columns: columns === usualColumns.join(',') ? undefined : columns,
  };
}

/** Everything of the list as a file. */
export function exportHref({ q, rule, order, descending }: ListView, format: TableFormat): string {
  const search = new URLSearchParams({ order, descending: String(descending) });
  if (q) search.set('q', q);
  if (rule) search.set('rule', JSON.stringify(rule));
  return `/api/v1/customer-list/export.${format}?${search.toString()}`;
}
