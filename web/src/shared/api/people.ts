import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** A few people to choose from, by a part of a name, an address or an id. */
export function peopleQuery(search: string) {
  return queryOptions({
    queryKey: ['people', search],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/customers', { params: { query: { limit: 8, ...(search && { q: search }) } }, signal })),
  });
}
