import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { type Side } from './merge-rows';

/** Makes two customers one; the answer names the merge. */
export function useMerge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kept, other, chosen }: { kept: string; other: string; chosen: Record<string, Side> }) =>
      unwrap(api.POST('/api/v1/customers/{id}/merges', { params: { path: { id: kept } }, body: { other, chosen } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['customers'] }),
  });
}

export function useUndoMerge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/merges/{id}/undo', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['customers'] }),
  });
}
