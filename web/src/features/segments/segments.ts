import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';

export type SegmentRow = Answer<'/api/v1/segments', 'get'>['items'][number];
export type Segment = SegmentRow['segment'];

export function useSegments(search: string) {
  return useKeyset<SegmentRow>({
    queryKey: ['segments', 'list', search],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/segments', {
          params: { query: { ...(search && { search }), ...(after && { after }) } },
          signal,
        }),
      ),
  });
}

/** For the palette. */
export async function findSegments(search: string, signal: AbortSignal): Promise<SegmentRow[]> {
  return (await unwrap(api.GET('/api/v1/segments', { params: { query: { search, limit: 8 } }, signal }))).items;
}
