import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type Lift } from './report';

/** Money and percentage points with their signs and intervals, as the language writes them. */
export function useMoneyText(currency: string) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  return useMemo(() => {
    const plain = (minor: number) => format.money({ minor, currency });
    const signed = (minor: number) => format.money({ minor, currency }, { signDisplay: 'exceptZero' });
    const points = (share: number) =>
      t('effect.points', { value: format.number(share * 100, { signDisplay: 'exceptZero', maximumFractionDigits: 2 }) });
    return {
      plain,
      signed,
      points,
      interval: ({ low, high }: Lift) => t('effect.interval', { low: signed(low), high: signed(high) }),
      pointsInterval: ({ low, high }: Lift) => t('effect.interval', { low: points(low), high: points(high) }),
    };
  }, [currency, format, t]);
}
