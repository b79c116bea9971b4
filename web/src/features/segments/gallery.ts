import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** Rules to begin with and how many people each means now. */
export function useGallery() {
  return useQuery({
    queryKey: ['segments', 'gallery'],
    staleTime: 60_000,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/gallery', { signal })),
    select: ({ items }) => items,
  });
}
