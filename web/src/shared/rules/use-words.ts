import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { useFormat } from '@/shared/lib/use-format';
import { type Words } from './rule-sentence';
import { useVocabulary } from './vocabulary';

/** What a rule is put into words with, in the language of the reader. */
export function useWords(): Words {
  const { t, i18n } = useTranslation('segments');
  const format = useFormat();
  const vocabulary = useVocabulary();
  const currency = useSession()?.organisation.currency || 'USD';
  const { language } = i18n;
  return useMemo(() => ({ t, format, language, currency, vocabulary }), [t, format, language, currency, vocabulary]);
}
