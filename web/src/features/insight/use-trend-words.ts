import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';

/** A trend said: `12 more than before`. */
export function useTrendWords(): (now: number, before: number) => string {
  const { t } = useTranslation('insight');
  const format = useFormat();
  return useCallback(
    (now, before) => {
      const change = Math.abs(now - before);
      const kind = now > before ? 'more' : now < before ? 'fewer' : 'same';
      return t(`trend.${kind}`, { number: format.number(change) });
    },
    [t, format],
  );
}
