import { queryOptions, useQuery } from '@tanstack/react-query';
import { againWhile } from '@/shared/api/again-while';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';

export type SegmentHistory = Answer<'/api/v1/segments/{id}/history', 'get'>;
export type SegmentMember = Answer<'/api/v1/segments/{id}/members', 'get'>['items'][number];

const segmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['segments', 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => againWhile(state.data?.segment.membership?.size === 0),
  });

export function useSegment(id: string) {
  return useQuery(segmentQuery(id));
}

export function useSegmentHistory(id: string) {
  return useQuery({
    queryKey: ['segments', 'history', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/{id}/history', { params: { path: { id } }, signal })),
  });
}

export function useMembers(id: string) {
  return useKeyset<SegmentMember>({
    queryKey: ['segments', 'members', id],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/segments/{id}/members', { params: { path: { id }, query: after ? { after } : {} }, signal }),
      ),
  });
}
