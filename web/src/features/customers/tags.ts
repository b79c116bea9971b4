import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type Tag = Answer<'/api/v1/customer-tags', 'get'>['items'][number];

/** A tag is a custom attribute under such a key. */
export const isTag = (key: string): boolean => key.startsWith('tag_');

export const tagsQuery = queryOptions({
  queryKey: ['customers', 'tags'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/customer-tags', { signal }))).items,
});

function useRefreshed<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ['customers'] }) });
}

export function useAddTag(id: string) {
  return useRefreshed((name: string) =>
    unwrap(api.POST('/api/v1/customers/{id}/tags', { params: { path: { id } }, body: { name } })),
  );
}

export function useRemoveTag(id: string) {
  return useRefreshed((key: string) =>
    unwrap(api.DELETE('/api/v1/customers/{id}/tags/{key}', { params: { path: { id, key } } })),
  );
}

export function useAddNote(id: string) {
  return useRefreshed((body: string) =>
    unwrap(api.POST('/api/v1/customers/{id}/notes', { params: { path: { id } }, body: { body } })),
  );
}

export function useDeleteNote(id: string) {
  return useRefreshed((note: string) =>
    unwrap(api.DELETE('/api/v1/customers/{id}/notes/{note}', { params: { path: { id, note } } })),
  );
}

export function useRestoreNote(id: string) {
  return useRefreshed((note: string) =>
    unwrap(api.POST('/api/v1/customers/{id}/notes/{note}/restore', { params: { path: { id, note } } })),
  );
}
