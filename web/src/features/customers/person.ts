import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** Everything that is held of the person, as a file. */
export const personalDataHref = (id: string): string => `/api/v1/customers/${id}/personal-data.zip`;

export function useErase(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (confirmation: string) =>
      unwrap(api.POST('/api/v1/customers/{id}/erasure', { params: { path: { id } }, body: { confirmation } })),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['customers'] });
    },
  });
}
