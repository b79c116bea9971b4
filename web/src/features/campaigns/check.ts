import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type Check = Answer<'/api/v1/campaigns/{id}/check', 'get'>;
export type Problem = Check['problems'][number];
export type Exclusion = Check['excluded'][number];

/** Asked anew each time the page is opened: people come and go. */
export function checkQuery(id: string) {
  return queryOptions({
    queryKey: ['campaigns', id, 'check'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/campaigns/{id}/check', { params: { path: { id } }, signal })),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
