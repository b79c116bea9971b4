import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { type Vocabulary } from './rules';

/** The words that rules of this base may use. */
export function useVocabulary(): Vocabulary | undefined {
  return useQuery({
    queryKey: ['segments', 'vocabulary'],
    staleTime: 60_000,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/vocabulary', { signal })),
  }).data;
}
