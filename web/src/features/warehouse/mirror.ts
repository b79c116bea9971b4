import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useNotifyProblem } from '@/shared/ui/notify';

export type Mirror = Answer<'/api/v1/mirror', 'get'>;

export const mirrorQuery = queryOptions({
  queryKey: ['mirror'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/mirror', { signal })),
  refetchInterval: (query) => (query.state.data?.state === 'rebuilding' ? 700 : 2000),
});

/** Starts the job and tells its id. */
export function useRebuild(started: (jobId: string) => void) {
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/mirror/rebuild')),
    onSuccess: ({ jobId }) => started(jobId),
    onError: useNotifyProblem(),
  });
}

export function useVerify(started: (jobId: string) => void) {
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/mirror/verify')),
    onSuccess: ({ jobId }) => started(jobId),
    onError: useNotifyProblem(),
  });
}
