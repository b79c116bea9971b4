import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type OrderDetails = Answer<'/api/v1/orders/{id}', 'get'>;

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/orders/{id}', { params: { path: { id } }, signal })),
  });
