import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { type Permission } from '@/shared/api/permission';

export type Role = Answer<'/api/v1/roles', 'get'>['items'][number];
export type Scope = Role['scope'];
export type RoleWish = { name: string; permissions: Permission[]; scope: Scope };

export const scopes: Scope[] = ['all', 'team', 'own'];

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/roles', { signal }))).items,
});

/** Those of the product are named in the reader's language. */
export function useRoleName(): (role: Pick<Role, 'id' | 'name'>) => string {
  const { t } = useTranslation('access');
  return useCallback(({ id, name }) => name ?? t(`roles.${id}`), [t]);
}

/** Nobody gives more than they have. */
export function within({ permissions }: Role, own: Permission[]): boolean {
  return permissions.every((one) => own.includes(one));
}

export function useSaveRole(id: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RoleWish) =>
      unwrap(id === undefined ? api.POST('/api/v1/roles', { body }) : api.PUT('/api/v1/roles/{id}', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: rolesQuery.queryKey }),
  });
}

/** Of the product's roles too. */
export function useNarrowRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, scope }: { id: string; scope: Scope }) =>
      unwrap(api.PUT('/api/v1/roles/{id}/scope', { params: { path: { id } }, body: { scope } })),
    onSuccess: () => client.invalidateQueries({ queryKey: rolesQuery.queryKey }),
  });
}

export function useRemoveRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/roles/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: rolesQuery.queryKey }),
  });
}
