import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type IdentityRules = Answer<'/api/v1/identity-rules', 'get'>['rules'];
export type TrustedSource = Answer<'/api/v1/identity-rules', 'get'>['sources'][number];
export type IdentityDoubt = Answer<'/api/v1/identity-doubts', 'get'>['items'][number];

export const identityQuery = queryOptions({
  queryKey: ['customers', 'identity'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/identity-rules', { signal })),
});

export const doubtsQuery = queryOptions({
  queryKey: ['customers', 'identity', 'doubts'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/identity-doubts', { signal }))).items,
});

function useIdentityChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['customers', 'identity'] }) });
}

export const useSaveRules = () => useIdentityChange((body: IdentityRules) => unwrap(api.PUT('/api/v1/identity-rules', { body })));

export const useTrust = () =>
  useIdentityChange(({ id, recognises }: TrustedSource) =>
    unwrap(api.PUT('/api/v1/identity-rules/sources/{source}', { params: { path: { source: id } }, body: { recognises } })),
  );

/** Whose word counts for a field; a job then shows everybody by it. */
export const useFieldRule = () =>
  useIdentityChange(({ field, sources }: { field: string; sources: number[] }) =>
    unwrap(api.PUT('/api/v1/identity-rules/fields/{field}', { params: { path: { field } }, body: { sources } })),
  );

/** They are two people. */
export const useSettle = () =>
  useIdentityChange((id: string) => unwrap(api.POST('/api/v1/identity-doubts/{id}/settle', { params: { path: { id } } })));
