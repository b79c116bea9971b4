import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type Overview = Answer<'/api/v1/duplicates', 'get'>;
export type Pair = Answer<'/api/v1/duplicates/pairs', 'get'>['items'][number];
export type Person = NonNullable<Pair['one']>;
export type PairState = Pair['state'];
export type Verdict = 'same' | 'different' | 'later' | 'undo';

/** Where the card of somebody is. */
export function cardOf({ id }: { id: string }): string {
  return `/customers/${id}`;
}

const room = ['duplicates'];

export function useOverview() {
  return useQuery({
    queryKey: [...room, 'overview'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/duplicates', { signal })),
  });
}

/** Pairs in one state; the undecided come surest first, the decided from the last on. */
export function usePairs(state: PairState, automatic = false) {
  return useQuery({
    queryKey: [...room, 'pairs', state, automatic],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/duplicates/pairs', { params: { query: { state, automatic, limit: 50 } }, signal })),
    select: ({ items }) => items,
  });
}

export function useRenew() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: room });
}

const says: Record<Verdict, (id: string) => Promise<unknown>> = {
  same: (id) => unwrap(api.POST('/api/v1/duplicates/pairs/{id}/same', { params: { path: { id } } })),
  different: (id) => unwrap(api.POST('/api/v1/duplicates/pairs/{id}/different', { params: { path: { id } } })),
  later: (id) => unwrap(api.POST('/api/v1/duplicates/pairs/{id}/later', { params: { path: { id } } })),
  undo: (id) => unwrap(api.POST('/api/v1/duplicates/pairs/{id}/undo', { params: { path: { id } } })),
};

export function useVerdict() {
  const renew = useRenew();
  return useMutation({
    mutationFn: ({ id, verdict }: { id: string; verdict: Verdict }) => says[verdict](id),
    onSettled: renew,
  });
}

export function useSearch() {
  const renew = useRenew();
  return useMutation({
    mutationFn: (whole: boolean) => unwrap(api.POST('/api/v1/duplicates/runs', { body: { whole } })),
    onSuccess: renew,
  });
}

export function useConduct() {
  const renew = useRenew();
  return useMutation({
    mutationFn: (automatic: boolean) => unwrap(api.PUT('/api/v1/duplicates/conduct', { body: { automatic } })),
    onSuccess: renew,
  });
}
