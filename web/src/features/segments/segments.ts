import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';

export type SegmentRow = Answer<'/api/v1/segments', 'get'>['items'][number];
export type Segment = SegmentRow['segment'];

export type SegmentFilter = { search?: string; folder?: string; tag?: string };

export function useSegments(filter: SegmentFilter) {
  return useKeyset<SegmentRow>({
    queryKey: ['segments', 'list', filter],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/segments', {
          params: { query: { ...filter, ...(after && { after }) } },
          signal,
        }),
      ),
  });
}

/** For the palette. */
export async function findSegments(search: string, signal: AbortSignal): Promise<SegmentRow[]> {
  return (await unwrap(api.GET('/api/v1/segments', { params: { query: { search, limit: 8 } }, signal }))).items;
}
