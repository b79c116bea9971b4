import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type About = Answer<'/api/v1/about', 'get'>;

export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/about', { signal })),
  refetchInterval: 10_000,
});
