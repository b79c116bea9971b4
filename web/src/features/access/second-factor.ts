import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { sessionKey } from '@/shared/api/session';

export function useBeginSecondFactor() {
  return useMutation({
    mutationFn: (password: string) => unwrap(api.POST('/api/v1/session/second-factor', { body: { password } })),
  });
}

export function useConfirmSecondFactor() {
  return useMutation({
    mutationFn: async (code: string) =>
      (await unwrap(api.POST('/api/v1/session/second-factor/confirm', { body: { code } }))).codes,
  });
}

export function useRemoveSecondFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => unwrap(api.POST('/api/v1/session/second-factor/remove', { body: { password } })),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }),
  });
}
