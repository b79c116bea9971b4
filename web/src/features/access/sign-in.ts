import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { sessionKey } from '@/shared/api/session';

type Credentials = { email: string; password: string; code?: string };

async function signIn(body: Credentials) {
  await unwrap(api.GET('/api/v1/session')).catch(() => null); // brings the cookie that guards against forgery
  return unwrap(api.POST('/api/v1/session', { body }));
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({ mutationFn: signIn, onSuccess: (session) => client.setQueryData(sessionKey, session) });
}
