import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { type CustomerField, type Vocabulary } from './rules';

/** The words that rules of this base may use. */
export function useVocabulary(): Vocabulary | undefined {
  return useQuery({
    queryKey: ['segments', 'vocabulary'],
    staleTime: 60_000,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/vocabulary', { signal })),
  }).data;
}

/** The names of a field's values, of a field whose values we have named ourselves. */
export function namesOf(field: CustomerField, vocabulary: Vocabulary | undefined): Vocabulary['owners'] | undefined {
  if (field === 'OWNER') return vocabulary?.owners;
  return field === 'FIRST_SOURCE' || field === 'LAST_SOURCE' ? vocabulary?.sources : undefined;
}
