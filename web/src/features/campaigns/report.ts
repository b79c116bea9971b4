import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';

export type Report = Answer<'/api/v1/campaigns/{id}/report', 'get'>;
export type Outcome = Report['outcome'];
export type Lift = NonNullable<Outcome['revenueLift']>;
export type Person = Answer<'/api/v1/campaigns/{id}/people', 'get'>['items'][number];

export function reportQuery(id: string, live: boolean) {
  return queryOptions({
    queryKey: ['campaigns', id, 'report'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/campaigns/{id}/report', { params: { path: { id } }, signal })),
    refetchInterval: live ? 2000 : 30_000,
  });
}

/** The people behind a figure. */
export function useCampaignPeople(id: string, bucket: string) {
  return useKeyset({
    queryKey: ['campaigns', id, 'people', bucket],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/campaigns/{id}/people', {
          params: { path: { id }, query: { bucket, ...(after && { after }) } },
          signal,
        }),
      ),
  });
}

export function peopleHref(id: string, bucket: string): string {
  return `/campaigns/${id}/people?bucket=${encodeURIComponent(bucket)}`;
}
