import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Answer } from './client';

export type Colleague = Answer<'/api/v1/colleagues', 'get'>['items'][number];

/** People of ours whose records one sees, and to whom one can give some. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/colleagues', { signal }))).items,
});
