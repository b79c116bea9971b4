import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { againWhile } from '@/shared/api/again-while';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type RfmGrid = Answer<'/api/v1/insight/rfm', 'get'>;
export type MatrixGrid = Answer<'/api/v1/insight/matrix', 'get'>;
export type Band = RfmGrid['recency'][number];
export type Scheme = RfmGrid['scheme'];
export type Rule = RfmGrid['withoutOrders']['rule'];

/** Thresholds of the axes by their names; none asks for automatic ones. */
export type SchemeWish = { periodDays: number | null } & Record<string, number[] | number | null>;

export const rfmQuery = queryOptions({
  queryKey: ['insight', 'rfm'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/insight/rfm', { signal })),
  refetchInterval: ({ state }) => againWhile(state.data?.buyers === 0),
});

export const matrixQuery = queryOptions({
  queryKey: ['insight', 'matrix'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/insight/matrix', { signal })),
  refetchInterval: ({ state }) => againWhile(state.data?.buyers === 0),
});

export function useMakeRfm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SchemeWish) => unwrap(api.POST('/api/v1/insight/rfm/schemes', { body })),
    onSuccess: (grid) => client.setQueryData(rfmQuery.queryKey, grid),
  });
}

export function useMakeMatrix() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SchemeWish) => unwrap(api.POST('/api/v1/insight/matrix/schemes', { body })),
    onSuccess: (grid) => client.setQueryData(matrixQuery.queryKey, grid),
  });
}

/** What other borders would give, kept nowhere; the numbers before stay until the next are there. */
export function useRfmTrial(wish: SchemeWish | null) {
  return useQuery({
    queryKey: ['insight', 'rfm-trial', wish],
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/insight/rfm/preview', { body: wish ?? { periodDays: null }, signal })),
  });
}

export function useMatrixTrial(wish: SchemeWish | null) {
  return useQuery({
    queryKey: ['insight', 'matrix-trial', wish],
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/insight/matrix/preview', { body: wish ?? { periodDays: null }, signal })),
  });
}

/** The largest value of every band but the last, from low to high. */
export function topsOf(bands: Band[]): number[] {
  return bands.flatMap(({ to }) => (to == null ? [] : [to])).toSorted((a, b) => a - b);
}
