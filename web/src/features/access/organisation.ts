import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { sessionKey, type Session } from '@/shared/api/session';

export type Organisation = Answer<'/api/v1/organisation', 'get'>;

export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/organisation', { signal })),
});

/** The session carries the organisation too, and with it the zone in which every screen shows its times. */
export function useChangeOrganisation(before?: () => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Organisation) => {
      await before?.();
      await unwrap(api.PUT('/api/v1/organisation', { body }));
      return body;
    },
    onSuccess: (organisation) => {
      client.setQueryData(organisationQuery.queryKey, organisation);
      client.setQueryData<Session | null>(sessionKey, (session) => session && { ...session, organisation });
    },
  });
}
