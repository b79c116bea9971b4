import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** People to look at a template as. */
export function peopleQuery(search: string) {
  return queryOptions({
    queryKey: ['templates', 'people', search],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/customers', { params: { query: { limit: 8, ...(search && { q: search }) } }, signal })),
  });
}
