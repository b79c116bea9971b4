import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** The segments and templates to choose from; each is looked after by a room of its own. */
export const segmentsQuery = queryOptions({
  queryKey: ['campaigns', 'choices', 'segments'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments', { params: { query: { limit: 200 } }, signal })),
});

export const templatesQuery = queryOptions({
  queryKey: ['campaigns', 'choices', 'templates'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/templates', { params: { query: { limit: 200 } }, signal })),
});
