import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';
import { type TableFormat } from '@/shared/ui/export-menu';

export type OrderRow = Answer<'/api/v1/orders', 'get'>['items'][number];

/** Which orders are looked at; an empty text is everything. Days are those of the browser. */
export type OrdersView = { q: string; status: string; from: string; to: string };

export const statuses = ['new', 'paid', 'shipped', 'delivered', 'completed', 'cancelled', 'returned'] as const;

/** What of an order a file is about. */
export type OrderFile = 'export' | 'lines' | 'payments';

function midnight(day: string, plusDays: number): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + plusDays);
  return date.toISOString();
}

function asked({ q, status, from, to }: OrdersView) {
  return {
    ...(q && { q }),
    ...(status && { status }),
    ...(from && { from: midnight(from, 0) }),
    ...(to && { to: midnight(to, 1) }),
  };
}

export function useOrders(view: OrdersView) {
  const query = asked(view);
  return useKeyset<OrderRow>({
    queryKey: ['orders', 'list', query],
    fetch: (after, signal) =>
      unwrap(api.GET('/api/v1/orders', { params: { query: { ...query, ...(after && { after }) } }, signal })),
  });
}

export function ordersHref(view: OrdersView, file: OrderFile, format: TableFormat): string {
  return `/api/v1/orders/${file}.${format}?${new URLSearchParams(asked(view)).toString()}`;
}
