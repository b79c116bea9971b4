import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { type components } from '@/shared/api/schema';
import { useDefinitionChange } from './attribute-definitions';

export type DefinedObjectType = components['schemas']['DefinedObjectType'];
export type NewObjectType = components['schemas']['NewObjectType'];
export type ObjectTypeWish = components['schemas']['ObjectTypeWish'];

export const objectDefinitionsQuery = queryOptions({
  queryKey: ['customers', 'objects', 'definitions'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/object-type-definitions', { signal }))).items,
});

export function useAddObjectType() {
  return useDefinitionChange((body: NewObjectType) => unwrap(api.POST('/api/v1/object-type-definitions', { body })));
}

export function useChangeObjectType() {
  return useDefinitionChange(({ id, wish }: { id: number; wish: ObjectTypeWish }) =>
    unwrap(api.PUT('/api/v1/object-type-definitions/{id}', { params: { path: { id } }, body: wish })),
  );
}

export function useArchiveObjectType() {
  return useDefinitionChange(({ id, archived }: { id: number; archived: boolean }) =>
    unwrap(
      archived
        ? api.POST('/api/v1/object-type-definitions/{id}/archive', { params: { path: { id } } })
        : api.POST('/api/v1/object-type-definitions/{id}/restore', { params: { path: { id } } }),
    ),
  );
}

export function useDeleteObjectType() {
  return useDefinitionChange(({ id, objects }: { id: number; objects: number }) =>
    unwrap(api.DELETE('/api/v1/object-type-definitions/{id}', { params: { path: { id }, query: { objects } } })),
  );
}
