import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { usersQuery } from './users';

export type Team = Answer<'/api/v1/teams', 'get'>['items'][number];

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/teams', { signal }))).items,
});

export function useAddTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => unwrap(api.POST('/api/v1/teams', { body: { name } })),
    onSuccess: () => client.invalidateQueries({ queryKey: teamsQuery.queryKey }),
  });
}

export function useRemoveTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/teams/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: teamsQuery.queryKey }),
  });
}

export function usePutIntoTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, team }: { id: string; team: string | null }) =>
      unwrap(api.PUT('/api/v1/users/{id}/team', { params: { path: { id } }, body: { team } })),
    onSettled: () => client.invalidateQueries({ queryKey: usersQuery.queryKey }),
  });
}
