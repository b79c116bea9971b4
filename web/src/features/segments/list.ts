import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type ListChange = Answer<'/api/v1/segment-lists', 'post'>;

/** Makes a list of the people whom the lines name. */
export function useNewList() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; people: string }) => unwrap(api.POST('/api/v1/segment-lists', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['segments'] }),
  });
}

/** Puts people on a list or takes them off. */
export function useChangeList(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ people, added }: { people: string; added: boolean }) => {
      const params = { path: { id } };
      return unwrap(
        added
          ? api.POST('/api/v1/segments/{id}/people/added', { params, body: { people } })
          : api.POST('/api/v1/segments/{id}/people/removed', { params, body: { people } }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['segments'] }),
  });
}
