import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type StoredEvents = Answer<'/api/v1/events/stored', 'get'>;
export type RetentionRule = Answer<'/api/v1/events/retention', 'get'>['items'][number];
export type StoredFilter = { type?: string; source?: string; from?: string; to?: string; customer?: string };

const parts = ['type', 'source', 'from', 'to', 'customer'] as const;

/** What the address narrows to. */
export function filterOf(search: Record<string, string | undefined>): StoredFilter {
  return Object.fromEntries(parts.flatMap((part) => (search[part] ? [[part, search[part]]] : [])));
}

/** Nothing is done to all events by forgetting to narrow them. */
export function isNarrow(filter: StoredFilter): boolean {
  return parts.some((part) => filter[part] !== undefined);
}

export const storedEventsQuery = (filter: StoredFilter) =>
  queryOptions({
    queryKey: ['events', 'stored', filter],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/events/stored', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });

/** Deletes what was looked at, or tells it again; the answer names the job. */
export function useStoredEventsJob(action: 'delete' | 'replay') {
  return useMutation({
    mutationFn: ({ filter, upTo }: { filter: StoredFilter; upTo: number }) => {
      const body = { type: null, source: null, from: null, to: null, customer: null, ...filter, upTo };
      return action === 'delete'
        ? unwrap(api.POST('/api/v1/events/stored/delete', { body }))
        : unwrap(api.POST('/api/v1/events/stored/replay', { body }));
    },
  });
}

export const retentionQuery = queryOptions({
  queryKey: ['events', 'retention'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/events/retention', { signal }))).items,
});

/** How many events a rule would take away now. */
export function useDue({ type, months }: RetentionRule, enabled: boolean) {
  return useQuery({
    queryKey: ['events', 'retention', 'due', type, months],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/events/retention/due', { params: { query: { type, months } }, signal })),
    enabled,
  });
}

export function useKeepRetention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (items: RetentionRule[]) => unwrap(api.PUT('/api/v1/events/retention', { body: { items } })),
    onSuccess: () => client.invalidateQueries({ queryKey: retentionQuery.queryKey }),
  });
}
