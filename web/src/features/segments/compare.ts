import { useQuery } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type SegmentOverlap = Answer<'/api/v1/segment-overlap', 'get'>;
export type SegmentFlow = Answer<'/api/v1/segment-flow', 'get'>;
export type SegmentVersion = Answer<'/api/v1/segments/{id}/versions', 'get'>['items'][number];

export const mostCompared = 20;

/** Everything there is to choose from, by name. */
export function useSegmentNames() {
  return useQuery({
    queryKey: ['segments', 'names'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments', { params: { query: { limit: 200 } }, signal })),
    select: ({ items }) => items.map(({ segment }) => ({ value: segment.id, label: segment.name })),
  });
}

export function useOverlap(segments: string[]) {
  return useQuery({
    queryKey: ['segments', 'overlap', segments],
    enabled: segments.length > 0,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segment-overlap', { params: { query: { segments } }, signal })),
  });
}

export function useFlow(segments: string[], from: string, to: string) {
  return useQuery({
    queryKey: ['segments', 'flow', segments, from, to],
    enabled: segments.length > 0,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/segment-flow', {
          params: { query: { segments, ...(from && { from }), ...(to && { to }) } },
          signal,
        }),
      ),
  });
}

export function useVersions(id: string) {
  return useQuery({
    queryKey: ['segments', 'versions', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/{id}/versions', { params: { path: { id } }, signal })),
    select: ({ items }) => items,
  });
}
