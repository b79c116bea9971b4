import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from './client';
import { isProblem } from './problem';

export type Session = Answer<'/api/v1/session', 'get'>;
export const sessionKey = ['session'] as const;

async function fetchSession(): Promise<Session | null> {
  try {
    return await unwrap(api.GET('/api/v1/session'));
  } catch (error) {
    if (isProblem(error, 'NOT_SIGNED_IN')) return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 300_000 });

/** Whoever is signed in, or null. */
export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/session')),
    onSuccess: () => {
      client.clear();
      client.setQueryData(sessionKey, null);
    },
  });
}
