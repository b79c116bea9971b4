import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';

export type IntakeFigure = Answer<'/api/v1/events/intake', 'get'>['figures'][number];
export type RecentEvent = Answer<'/api/v1/events/recent', 'get'>['items'][number];
export type ParkedEvent = Answer<'/api/v1/events/parked/{id}', 'get'>;
export type Replayed = Answer<'/api/v1/events/parked/{id}/replay', 'post'>;

const FOLLOW_MS = 5000;

export const intakeQuery = queryOptions({
  queryKey: ['events', 'intake'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/events/intake', { params: { query: { days: 7 } }, signal })),
  refetchInterval: FOLLOW_MS,
});

export const recentEventsQuery = queryOptions({
  queryKey: ['events', 'recent'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/events/recent', { signal })),
  refetchInterval: FOLLOW_MS,
});

export function useParkedEvents(reason: string) {
  return useKeyset({
    queryKey: ['events', 'parked', reason],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/events/parked', {
          params: { query: { ...(reason && { reason }), ...(after && { after }) } },
          signal,
        }),
      ),
  });
}

export function parkedEventQuery(id: string) {
  return queryOptions({
    queryKey: ['events', 'parked-event', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/events/parked/{id}', { params: { path: { id } }, signal })),
    retry: false,
  });
}

/** Sends one through the gate again, or all whole ones of a reason. */
export function useReplay() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: { id: string } | { reason: string }) =>
      'id' in what
        ? unwrap(api.POST('/api/v1/events/parked/{id}/replay', { params: { path: { id: what.id } } }))
        : unwrap(api.POST('/api/v1/events/parked/replay', { body: { reason: what.reason } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['events'] }),
  });
}

export function useDropParked() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/events/parked/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['events', 'parked'] }),
  });
}

const taken = ['stored', 'duplicate'];

/** By source: how many came in, how many came again, how many were refused. */
export function bySource(figures: IntakeFigure[]) {
  const sources = new Map<string, { source: string; stored: number; duplicate: number; refused: number }>();
  for (const { source, outcome, count } of figures) {
    const one = sources.get(source) ?? { source, stored: 0, duplicate: 0, refused: 0 };
    if (outcome === 'stored') one.stored += count;
    else if (outcome === 'duplicate') one.duplicate += count;
    else one.refused += count;
    sources.set(source, one);
  }
  return [...sources.values()];
}

/** The reasons of what was refused, the most frequent first. */
export function byReason(figures: IntakeFigure[]) {
  const reasons = new Map<string, number>();
  for (const { outcome, count } of figures) {
    if (!taken.includes(outcome)) reasons.set(outcome, (reasons.get(outcome) ?? 0) + count);
  }
  return [...reasons].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count);
}
