import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { type components } from '@/shared/api/schema';

export type DefinedAttribute = components['schemas']['DefinedAttribute'];
export type AttributeWish = components['schemas']['AttributeWish'];
export type AttributeOption = components['schemas']['AttributeOption'];
export type AttributeType = DefinedAttribute['type'];

export const attributeTypes = ['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE', 'LIST', 'INSTANT'] as const satisfies AttributeType[];
export const sensitivities = ['ORDINARY', 'PERSONAL', 'SPECIAL'] as const;
export const bases = ['REFERENCE', 'TRANSACTIONAL'] as const;

/** Of customers, or of the objects of a type. */
export const definitionsQuery = (objectType?: number) =>
  queryOptions({
    queryKey: ['customers', 'definitions', objectType ?? null],
    queryFn: async ({ signal }) => {
      const query = objectType === undefined ? {} : { objectType };
      return (await unwrap(api.GET('/api/v1/attribute-definitions', { params: { query }, signal }))).items;
    },
  });

/** Whatever is changed shows in every list, card and rule. */
export function useDefinitionChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['customers'] }),
        client.invalidateQueries({ queryKey: ['segments', 'vocabulary'] }),
      ]),
  });
}

export type NewAttribute = { objectType?: number; key: string; type: AttributeType; wish: AttributeWish };

export function useAddAttribute() {
  return useDefinitionChange((body: NewAttribute) => unwrap(api.POST('/api/v1/attribute-definitions', { body })));
}

export function useChangeAttribute() {
  return useDefinitionChange(({ id, wish }: { id: number; wish: AttributeWish }) =>
    unwrap(api.PUT('/api/v1/attribute-definitions/{id}', { params: { path: { id } }, body: wish })),
  );
}

export function useArchiveAttribute() {
  return useDefinitionChange(({ id, archived }: { id: number; archived: boolean }) =>
    unwrap(
      archived
        ? api.POST('/api/v1/attribute-definitions/{id}/archive', { params: { path: { id } } })
        : api.POST('/api/v1/attribute-definitions/{id}/restore', { params: { path: { id } } }),
    ),
  );
}

export function useDeleteAttribute() {
  return useDefinitionChange(({ id, values }: { id: number; values: number }) =>
    unwrap(api.DELETE('/api/v1/attribute-definitions/{id}', { params: { path: { id }, query: { values } } })),
  );
}

export function useArrangeAttributes() {
  return useDefinitionChange((ids: number[]) => unwrap(api.PUT('/api/v1/attribute-definitions/order', { body: { ids } })));
}
