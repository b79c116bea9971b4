import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/shared/api/client';
import { byHand } from '@/shared/lib/source-name';
import { type CustomerField, type Vocabulary } from './rules';

/** The words that rules of this base may use. */
export function useVocabulary(): Vocabulary | undefined {
  const { t, i18n } = useTranslation('shared');
  const { data } = useQuery({
    queryKey: ['segments', 'vocabulary'],
    staleTime: 60_000,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/vocabulary', { signal })),
  });
  return useMemo(
    () =>
      data && {
        ...data,
        sources: data.sources.map((source) =>
          source.code === byHand ? { ...source, name: { [i18n.language]: t('byHand') } } : source,
        ),
      },
    [data, t, i18n.language],
  );
}

/** The names of a field's values, of a field whose values we have named ourselves. */
export function namesOf(field: CustomerField, vocabulary: Vocabulary | undefined): Vocabulary['owners'] | undefined {
  if (field === 'OWNER') return vocabulary?.owners;
  return field === 'FIRST_SOURCE' || field === 'LAST_SOURCE' ? vocabulary?.sources : undefined;
}
