import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Permission } from '@/shared/api/permission';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { type Scope } from './roles';

export type ApiKey = Answer<'/api/v1/api-keys', 'get'>['items'][number];
export type KeyKind = ApiKey['kind'];
export const kinds: KeyKind[] = ['server', 'browser'];
export type WantedApiKey = { name: string; kind: KeyKind; origins: string[]; permissions: Permission[]; scope: Scope; owner: string | null; expiresAt: string | null };
export type CreatedApiKey = Answer<'/api/v1/api-keys', 'post'>;

/** Days after which a key ends. */
export const lifetimes = ['30', '90', '365', 'never'] as const;

const peopleOnly = new Set<Permission>(['users.manage', 'keys.manage']);

/** Who gets in is decided by people only. */
export function forPrograms(permissions: Permission[]): Permission[] {
  return permissions.filter((one) => !peopleOnly.has(one));
}

export function expiryAfter(lifetime: string, now = new Date()): string | null {
  if (lifetime === 'never') return null;
  return new Date(now.getTime() + Number(lifetime) * 86_400_000).toISOString();
}

export type KeyState = 'revoked' | 'expired' | 'active';

export function stateOf({ revokedAt, expiresAt }: ApiKey, now: Date): KeyState {
  if (revokedAt) return 'revoked';
  return expiresAt && new Date(expiresAt) <= now ? 'expired' : 'active';
}

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/api-keys', { signal }))).items,
});

export function useCreateApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: WantedApiKey) => unwrap(api.POST('/api/v1/api-keys', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
}

export function useRevokeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
}
