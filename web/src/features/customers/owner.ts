import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

export type Owned = { kind: 'customers' | 'companies'; id: string; ownerId: string | null };

/** Makes a customer or a company somebody's; null for nobody's. */
export function useGive({ kind, id }: Owned) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (owner: string | null) => {
      const request = { params: { path: { id } }, body: { owner } };
      return unwrap(
        kind === 'customers'
          ? api.PUT('/api/v1/customers/{id}/owner', request)
          : api.PUT('/api/v1/companies/{id}/owner', request),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [kind] }),
  });
}
