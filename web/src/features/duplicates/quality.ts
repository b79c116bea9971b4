import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type Quality = Answer<'/api/v1/data-quality', 'get'>;
export type Check = Quality['checks'][number]['check'];

const room = ['data-quality'];

export function useQuality(months: number) {
  return useQuery({
    queryKey: [...room, 'figures', months],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/data-quality', { params: { query: { months } }, signal })),
  });
}

export function useChecked(check: Check, months: number) {
  return useInfiniteQuery({
    queryKey: [...room, 'people', check, months],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET('/api/v1/data-quality/people', {
          params: { query: { check, months, limit: 25, ...(pageParam !== undefined && { after: pageParam }) } },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function useRenewQuality() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: room });
}

export function useFix() {
  return useMutation({
    mutationFn: (fix: { check: Check; months: number; tag: string }) =>
      unwrap(api.POST('/api/v1/data-quality/fixes', { body: fix })),
  });
}

export function useUndoFix() {
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/customer-changes/{id}/undo', { params: { path: { id } } })),
  });
}

export function useDomains() {
  return useQuery({
    queryKey: [...room, 'domains'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/data-quality/disposable-domains', { signal })),
    select: ({ domains }) => domains,
  });
}

export function useKeepDomains() {
  const renew = useRenewQuality();
  return useMutation({
    mutationFn: (domains: string[]) =>
      unwrap(api.PUT('/api/v1/data-quality/disposable-domains', { body: { domains } })),
    onSuccess: renew,
  });
}
