import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rfmQuery, topsOf, useRfmTrial, useMakeRfm, type RfmGrid, type SchemeWish } from '../grids';
import { GridScreen } from '../parts/grid-screen';
import { type HeatAxis } from '../parts/heat-grid';
import { moneyUnit, type ThresholdAxis } from '../parts/thresholds';
import { rfmGroup } from '../rfm-groups';
import { useBandText } from '../use-band-text';

export function RfmPage() {
  const { t } = useTranslation('insight');
  const { data: inForce, error, refetch } = useQuery(rfmQuery);
  const [wish, setWish] = useState<SchemeWish | null>(null);
  const [settled] = useDebouncedValue(wish, 120);
  const trial = useRfmTrial(settled);
  const grid = (wish && trial.data) || inForce;
  const make = useMakeRfm();
  const axes = useAxes(inForce);
  const view = useCells(grid);
  return (
    <GridScreen
      cells="rfm"
      title={t('rfm.title')}
      text={t('rfm.text')}
      grid={grid}
      error={error}
      retry={() => void refetch()}
      make={make}
      axes={axes}
      trial={{ wish, setWish, busy: trial.isFetching || settled !== wish }}
      view={view}
    />
  );
}

function useAxes(grid: RfmGrid | undefined): ThresholdAxis[] {
  const { t } = useTranslation('insight');
  if (!grid) return [];
  const currency = grid.cells[0]?.revenue.currency ?? 'USD';
  return [
    { field: 'recency', title: t('axis.recencyDays'), tops: topsOf(grid.recency), unit: 1 },
    { field: 'frequency', title: t('axis.orders'), tops: topsOf(grid.frequency), unit: 1 },
    { field: 'monetary', title: t('axis.revenue', { currency }), tops: topsOf(grid.monetary), unit: moneyUnit(currency) },
  ];
}

function words(bands: HeatAxis['bands'], score: number): string {
  return bands.find((band) => band.score === score)?.words ?? '';
}

function useCells(grid: RfmGrid | undefined) {
  const { t } = useTranslation('insight');
  const text = useBandText();
  const recency = (grid?.recency ?? []).map((band) => ({
    score: band.score,
    title: `R${band.score}`,
    words: text.days(band),
  }));
  const frequency = (grid?.frequency ?? []).map((band) => ({
    score: band.score,
    title: `F${band.score}`,
    words: text.orders(band),
  }));
  const cells = (grid?.cells ?? []).map((cell) => ({
    row: cell.recency,
    column: cell.frequency,
    customers: cell.customers,
    revenue: cell.revenue,
    rule: cell.rule,
    group: t(`rfm.group.${rfmGroup(cell.recency, cell.frequency)}`),
    name: t('rfm.name', { recency: cell.recency, frequency: cell.frequency }),
    meaning: [
      t('rfm.grouped', { group: t(`rfm.group.${rfmGroup(cell.recency, cell.frequency)}`) }),
      t('rfm.meaning', {
        recency: cell.recency,
        frequency: cell.frequency,
        last: words(recency, cell.recency),
        orders: words(frequency, cell.frequency),
      }),
    ].join(' '),
  }));
  return {
    rows: { title: t('axis.recency'), bands: recency.toSorted((a, b) => b.score - a.score) },
    columns: { title: t('axis.frequency'), bands: frequency },
    cells,
  };
}
