import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { formatter, type Formatter } from './format';
import { localeOf } from './languages';

/** `const format = useFormat()`, then `format.money(order.total)`. */
export function useFormat(): Formatter {
  const { i18n } = useTranslation();
  const zone = useSession()?.organisation.zone || 'UTC';
  return useMemo(() => formatter(localeOf(i18n.language), zone), [i18n.language, zone]);
}
