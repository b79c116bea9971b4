import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** Asked now and then: a hold begins with a restore, when no screen is open. */
export const holdQuery = queryOptions({
  queryKey: ['sending', 'hold'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sending/hold', { signal })),
  refetchInterval: 60_000,
});

export function useRelease() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/sending/hold')),
    onSuccess: (hold) => client.setQueryData(holdQuery.queryKey, hold),
  });
}
