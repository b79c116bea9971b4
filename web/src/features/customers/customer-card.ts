import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';

export type CustomerCard = Answer<'/api/v1/customers/{id}', 'get'>;
export type CustomerConsents = Answer<'/api/v1/customers/{id}/consents', 'get'>;
export type CustomerOrder = Answer<'/api/v1/customers/{id}/orders', 'get'>['items'][number];
export type TimelineEntry = Answer<'/api/v1/customers/{id}/timeline', 'get'>['items'][number];

export const cardQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'card', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/customers/{id}', { params: { path: { id } }, signal })),
  });

/** What the sources gave, the latest first. */
export const historyQuery = (id: string, key: string) =>
  queryOptions({
    queryKey: ['customers', 'attribute', id, key],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/customers/{id}/attributes/{key}/history', { params: { path: { id, key } }, signal }))).items,
  });

export const consentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'consents', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/customers/{id}/consents', { params: { path: { id } }, signal })),
  });

export const ordersQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'orders', id],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/customers/{id}/orders', { params: { path: { id } }, signal }))).items,
  });

export function useTimeline(id: string, kind: string, q: string) {
  return useKeyset<TimelineEntry>({
    queryKey: ['customers', 'timeline', id, kind, q],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/customers/{id}/timeline', {
          params: { path: { id }, query: { ...(kind && { kind }), ...(q && { q }), ...(after && { after }) } },
          signal,
        }),
      ),
  });
}
