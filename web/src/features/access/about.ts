import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type About = Answer<'/api/v1/about', 'get'>;

export type Mirror = { lagMs: number; rows: number };

/** What the room of the mirror tells of itself; null while there is none, or it has not caught up yet. */
export function mirrorOf(parts: Record<string, unknown>): Mirror | null {
  const mirror: unknown = parts.mirror;
  if (typeof mirror !== 'object' || mirror === null || !('lagMs' in mirror) || !('rows' in mirror)) return null;
  const { lagMs, rows } = mirror;
  return typeof lagMs === 'number' && typeof rows === 'number' && lagMs >= 0 ? { lagMs, rows } : null;
}

export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/about', { signal })),
  refetchInterval: 10_000,
});
