import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** The link carries it after the mark, where no server sees it. */
export function invitationToken(hash: string): string {
  return hash.replace(/^#/, '');
}

export const offerQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => unwrap(api.POST('/api/v1/invitations/open', { body: { token } })),
    retry: false,
    staleTime: Infinity,
  });

type Acceptance = { token: string; name: string; password: string; language: string };

export function useAccept() {
  return useMutation({ mutationFn: (body: Acceptance) => unwrap(api.POST('/api/v1/invitations/accept', { body })) });
}
