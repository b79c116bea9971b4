import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';
import { type components } from '@/shared/api/schema';
import { type ListView } from './list-view';

export type CustomerSummary = Answer<'/api/v1/customers', 'get'>['items'][number];
export type OrderTotals = Answer<'/api/v1/order-totals', 'get'>['items'][number];
export type CustomerOrder = NonNullable<components['schemas']['CustomerListRequest']['order']>;

const palettePage = 6;

export async function findCustomers(q: string, signal: AbortSignal): Promise<CustomerSummary[]> {
  const query = { q, limit: palettePage };
  return (await unwrap(api.GET('/api/v1/customers', { params: { query }, signal }))).items;
}

function asked({ q, rule, order, descending }: ListView) {
  return { order, descending, ...(q && { q }), ...(rule && { rule }) };
}

export function useCustomers(view: ListView) {
  const body = asked(view);
  return useKeyset<CustomerSummary>({
    queryKey: ['customers', 'list', body],
    fetch: (after, signal) =>
      unwrap(api.POST('/api/v1/customer-list', { body: { ...body, ...(after && { after }) }, signal })),
  });
}

/** How many the whole list has; the last number stays in sight until the next is there. */
export function useCustomerCount(view: ListView): number | undefined {
  const body = asked(view);
  return useQuery({
    queryKey: ['customers', 'count', body],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await unwrap(api.POST('/api/v1/customer-list/count', { body, signal }))).count,
  }).data;
}

const totalsQuery = (ids: string[]) =>
  queryOptions({
    queryKey: ['customers', 'totals', ids],
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const pages: OrderTotals[][] = [];
      for (let from = 0; from < ids.length; from += 50) {
        const customers = ids.slice(from, from + 50);
        pages.push((await unwrap(api.GET('/api/v1/order-totals', { params: { query: { customers } }, signal }))).items);
      }
      return new Map(pages.flat().map((totals) => [totals.customerId, totals]));
    },
  });

/** What the rows' customers have bought, by customer id; those without orders are missing. */
export function useOrderTotals(rows: CustomerSummary[] | undefined): Map<string, OrderTotals> | undefined {
  return useQuery(totalsQuery((rows ?? []).map(({ id }) => id))).data;
}
