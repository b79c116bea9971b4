import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useKeyset } from '@/shared/api/keyset';
import { type components } from '@/shared/api/schema';

export type ObjectType = Answer<'/api/v1/object-types', 'get'>['items'][number];
export type CustomObject = Answer<'/api/v1/objects/{id}', 'get'>;
export type ObjectChange = Answer<'/api/v1/objects/{id}/history', 'get'>['items'][number];
export type ObjectFields = components['schemas']['ObjectFields'];
export type NewObject = components['schemas']['NewObject'];
export type ObjectOwner = { kind: ObjectType['ownerKind']; id: string };
export type ObjectOrder = 'NEWEST' | 'CHANGED' | 'TITLE';

/** The types in use, with the fields that the caller sees. */
export const objectTypesQuery = queryOptions({
  queryKey: ['customers', 'objects', 'types'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/object-types', { signal }))).items,
});

export function useObjects(type: string, asked: { q?: string; order?: ObjectOrder; owner?: ObjectOwner }) {
  const { q, order, owner } = asked;
  return useKeyset<CustomObject>({
    queryKey: ['customers', 'objects', 'list', type, asked],
    enabled: type !== '',
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/objects', {
          params: {
            query: {
              type,
              ...(q && { q }),
              ...(order && { order }),
              ...(owner?.kind === 'CUSTOMER' && { customer: owner.id }),
              ...(owner?.kind === 'COMPANY' && { company: owner.id }),
              ...(after && { after: Number(after) }),
            },
          },
          signal,
        }),
      ),
  });
}

export const objectHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'objects', 'history', id],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/objects/{id}/history', { params: { path: { id } }, signal }))).items,
  });

function useObjectChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ['customers', 'objects'] }) });
}

export function useAddObject() {
  const client = useQueryClient();
  const key = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: NewObject) => unwrap(api.POST('/api/v1/objects', { body, headers: key.headers() })),
    onSuccess: () => {
      key.renew();
      return client.invalidateQueries({ queryKey: ['customers', 'objects'] });
    },
    onError: key.renew,
  });
}

export function useChangeObject(id: string) {
  return useObjectChange((body: ObjectFields) =>
    unwrap(api.PATCH('/api/v1/objects/{id}', { params: { path: { id } }, body })),
  );
}

export function useDeleteObject() {
  return useObjectChange((id: string) => unwrap(api.DELETE('/api/v1/objects/{id}', { params: { path: { id } } })));
}

export function useRestoreObject() {
  return useObjectChange((id: string) => unwrap(api.POST('/api/v1/objects/{id}/restore', { params: { path: { id } } })));
}
