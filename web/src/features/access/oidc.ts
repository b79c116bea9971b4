import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { sessionKey } from '@/shared/api/session';

/** What the button says; null when the company has no sign-in of its own. */
export const oidcQuery = queryOptions({
  queryKey: ['oidc'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/session/oidc', { signal }))).name ?? null,
  staleTime: Infinity,
  retry: false,
});

export type OidcSettings = Answer<'/api/v1/oidc', 'get'>;

export const oidcSettingsQuery = queryOptions({
  queryKey: ['oidc', 'settings'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/oidc', { signal })),
});

/** Reads what the provider publishes of itself, now. */
export function useOidcCheck() {
  return useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/oidc/check')) });
}

export function useOidcStart() {
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/session/oidc/start')),
    onSuccess: ({ url }) => window.location.assign(url),
  });
}

export function useOidcFinish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { code: string; state: string }) => unwrap(api.POST('/api/v1/session/oidc/finish', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }),
  });
}
