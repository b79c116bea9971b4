import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type ApiKey = Answer<'/api/v1/api-keys', 'get'>['items'][number];
export type CreatedApiKey = Answer<'/api/v1/api-keys', 'post'>;

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/api-keys', { signal }))).items,
});

export function useCreateApiKey() {
  const client = useQueryClient();
  const { headers, renew } = useIdempotencyKey();
  return useMutation({
    mutationFn: (name: string) => unwrap(api.POST('/api/v1/api-keys', { body: { name }, headers: headers() })),
    onSuccess: () => {
      renew();
      return client.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
    },
  });
}

export function useRevokeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
}
