import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type Band } from './grids';

/** The borders of a band in words: `0–12 days ago`, `4+ orders`, `up to $50`. */
export function useBandText() {
  const { t } = useTranslation('insight');
  const format = useFormat();
  return useMemo(() => {
    const empty = ({ from, to }: Band) => to != null && from > to;
    const range = ({ from, to }: Band) => {
      if (to == null) return `${format.number(from)}+`;
      return from === to ? format.number(from) : `${format.number(from)}–${format.number(to)}`;
    };
    const last = ({ from, to }: Band) => to ?? from;
    return {
      days: (band: Band) => {
        if (empty(band)) return t('band.empty');
        return last(band) === 0 && band.to != null ? t('band.today') : t('band.days', { count: last(band), range: range(band) });
      },
      orders: (band: Band) =>
        empty(band) ? t('band.empty') : t('band.orders', { count: last(band), range: range(band) }),
      money: (band: Band, currency: string) => {
        if (empty(band)) return t('band.empty');
        const money = (minor: number) => format.money({ minor, currency });
        if (band.to == null) return t('band.moneyFrom', { from: money(band.from) });
        if (band.from === 0) return t('band.moneyTo', { to: money(band.to) });
        return t('band.money', { from: money(band.from), to: money(band.to) });
      },
    };
  }, [format, t]);
}
