import { useQuery } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type Why = Answer<'/api/v1/segments/{id}/why/{customerId}', 'get'>;
export type Fact = Why['facts'][number]['facts'][number];

/** Why somebody is in a segment or not: the verdict of each part of its rule, with the values and facts it saw. */
export function useWhy(id: string, customerId: string) {
  return useQuery({
    queryKey: ['segments', 'why', id, customerId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/segments/{id}/why/{customerId}', { params: { path: { id, customerId } }, signal })),
  });
}
