import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { againWhile } from '@/shared/api/again-while';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';
import { type TableFormat } from '@/shared/ui/export-menu';

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

/** Which of the people of a past day: its members, and who came and went since. */
export const memberParts = ['THEN', 'ENTERED', 'LEFT'] as const;
export type MemberPart = (typeof memberParts)[number];

/** @param day at whose end; null is now */
export function useMembers(id: string, day: string | null, part: MemberPart) {
  return useKeyset<SegmentMember>({
    queryKey: ['segments', 'members', id, day, part],
    fetch: (after, signal) => {
      const query = { ...(day && { asOf: day, part }), ...(after && { after }) };
      return unwrap(api.GET('/api/v1/segments/{id}/members', { params: { path: { id }, query }, signal }));
    },
  });
}

export function usePast(id: string, day: string) {
  return useQuery({
    queryKey: ['segments', 'past', id, day],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/{id}/past', { params: { path: { id }, query: { day } }, signal })),
  });
}

export function pastHref(id: string, day: string, part: MemberPart, format: TableFormat): string {
  return `/api/v1/segments/${id}/members/export.${format}?${new URLSearchParams({ asOf: day, part }).toString()}`;
}
