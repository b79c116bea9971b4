import { useTranslation } from 'react-i18next';

/** The code of the source of what people write by hand; a source's code is its name in lower case. */
export const byHand = 'by hand';

/** What a source is called: its own name, but "By hand" in the reader's language. */
export function useSourceName(): (name: string) => string {
  const { t } = useTranslation('shared');
  return (name) => (name.toLowerCase() === byHand ? t('byHand') : name);
}
