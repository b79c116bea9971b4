import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

type Users = Answer<'/api/v1/users', 'get'>;
export type User = Users['items'][number];
export type Invitation = Users['invitations'][number];
export type NewInvitation = Answer<'/api/v1/invitations', 'post'>;
export type InvitationWish = { email: string; role: string; mail: boolean };

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/users', { signal })),
});

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: InvitationWish) => unwrap(api.POST('/api/v1/invitations', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: usersQuery.queryKey }),
  });
}

export function useWithdrawInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: usersQuery.queryKey }),
  });
}

export function useGiveRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, role }: { id: string; role: string }) =>
      unwrap(api.PUT('/api/v1/users/{id}/role', { params: { path: { id } }, body: { role } })),
    onSettled: () => client.invalidateQueries({ queryKey: usersQuery.queryKey }),
  });
}

export function useRemoveSecondFactorOf() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/users/{id}/second-factor', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: usersQuery.queryKey }),
  });
}

export function useRemovePasskeysOf() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/users/{id}/passkeys', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: usersQuery.queryKey }),
  });
}

export function useSetActive() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, active }: { id: string; active: boolean }) =>
      unwrap(
        active
          ? api.POST('/api/v1/users/{id}/activate', { params: { path: { id } } })
          : api.POST('/api/v1/users/{id}/deactivate', { params: { path: { id } } }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: usersQuery.queryKey }),
  });
}
