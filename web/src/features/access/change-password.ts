import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { sessionKey } from '@/shared/api/session';

type PasswordChange = { current: string; next: string };

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PasswordChange) => unwrap(api.POST('/api/v1/session/password', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }),
  });
}
