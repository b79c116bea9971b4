import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matrixQuery, topsOf, useMatrixTrial, useMakeMatrix, type MatrixGrid, type SchemeWish } from '../grids';
import { GridScreen } from '../parts/grid-screen';
import { moneyUnit, type ThresholdAxis } from '../parts/thresholds';
import { useBandText } from '../use-band-text';

const currencyOf = (grid: MatrixGrid) => grid.cells[0]?.revenue.currency ?? 'USD';

export function MatrixPage() {
  const { t } = useTranslation('insight');
  const { data: inForce, error, refetch } = useQuery(matrixQuery);
  const [wish, setWish] = useState<SchemeWish | null>(null);
  const [settled] = useDebouncedValue(wish, 120);
  const trial = useMatrixTrial(settled);
  const grid = (wish && trial.data) || inForce;
  const make = useMakeMatrix();
  const axes = useAxes(inForce);
  const view = useCells(grid);
  return (
    <GridScreen
      cells="matrix"
      title={t('matrix.title')}
      text={t('matrix.text')}
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

function useAxes(grid: MatrixGrid | undefined): ThresholdAxis[] {
  const { t } = useTranslation('insight');
  if (!grid) return [];
  const currency = currencyOf(grid);
  return [
    { field: 'frequency', title: t('axis.orders'), tops: topsOf(grid.frequency), unit: 1 },
    { field: 'check', title: t('axis.checkIn', { currency }), tops: topsOf(grid.check), unit: moneyUnit(currency) },
  ];
}

function useCells(grid: MatrixGrid | undefined) {
  const { t } = useTranslation('insight');
  const text = useBandText();
  const frequency = (grid?.frequency ?? []).map((band) => ({
    score: band.score,
    title: t(`matrix.frequency.${band.score}`),
    words: text.orders(band),
  }));
  const check = (grid?.check ?? []).map((band) => ({
    score: band.score,
    title: t(`matrix.check.${band.score}`),
    words: grid ? text.money(band, currencyOf(grid)) : '',
  }));
  const cells = (grid?.cells ?? []).map((cell) => {
    const often = frequency.find(({ score }) => score === cell.frequency);
    const much = check.find(({ score }) => score === cell.check);
    return {
      row: cell.frequency,
      column: cell.check,
      customers: cell.customers,
      revenue: cell.revenue,
      rule: cell.rule,
      name: t('matrix.name', { frequency: often?.title, check: much?.title }),
      meaning: t('matrix.meaning', { orders: often?.words, check: much?.words }),
    };
  });
  return {
    rows: { title: t('axis.frequency'), bands: frequency.toSorted((a, b) => b.score - a.score) },
    columns: { title: t('axis.check'), bands: check },
    cells,
  };
}
