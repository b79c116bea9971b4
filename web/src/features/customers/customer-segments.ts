import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

export const segmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'segments', id],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/customers/{id}/segments', { params: { path: { id } }, signal }))).items,
  });
