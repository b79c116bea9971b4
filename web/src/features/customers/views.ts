import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { type components } from '@/shared/api/schema';

export type CustomerView = Answer<'/api/v1/customer-views', 'get'>['items'][number];
export type NewCustomerView = components['schemas']['NewCustomerView'];

export const viewsQuery = queryOptions({
  queryKey: ['customer-views'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/customer-views', { signal }))).items,
});

export function useKeepView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewCustomerView) => unwrap(api.POST('/api/v1/customer-views', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  });
}

export function useForgetView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/customer-views/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  });
}
