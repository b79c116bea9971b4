import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { type Rule } from '@/shared/rules/rules';

type Draft = { name: string; rule: Rule };

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['segments'] });
}

export function useCreateSegment() {
  const refresh = useRefresh();
  const key = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: Draft) => unwrap(api.POST('/api/v1/segments', { body, headers: key.headers() })),
    onSuccess: () => {
      key.renew();
      return refresh();
    },
    onError: key.renew,
  });
}

export function useUpdateSegment(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Draft & { version: number }) =>
      unwrap(api.PUT('/api/v1/segments/{id}', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
}

export function useDeleteSegment() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/segments/{id}', { params: { path: { id } } })),
    onSuccess: refresh,
  });
}

export function useRestoreSegment() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/segments/{id}/restore', { params: { path: { id } } })),
    onSuccess: refresh,
  });
}
