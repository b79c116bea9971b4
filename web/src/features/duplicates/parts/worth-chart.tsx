import { Paper, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { Chart } from '@/shared/ui/chart';
import { type Overview } from '../duplicates';

type Bars = Overview['bars'];

/** How sure the undecided pairs are: bars of odds, those that are sure apart from those for a person's eye. */
export function WorthChart({ bars }: { bars: Bars }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const option = useMemo(() => {
    const froms = [...new Set(bars.map(({ from }) => from))].toSorted((one, other) => one - other);
    const series = [false, true].map((sure) => ({
      type: 'bar',
      stack: 'pairs',
      name: sure ? t('chart.sure') : t('chart.perhaps'),
      data: froms.map((from) => bars.find((bar) => bar.from === from && bar.sure === sure)?.pairs ?? 0),
    }));
    return {
      grid: { left: 8, right: 16, top: 32, bottom: 28, containLabel: true },
      legend: { top: 0 },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => format.number(Number(value)) },
      xAxis: { type: 'category', name: t('chart.odds'), nameLocation: 'middle', nameGap: 28, data: froms.map(odds) },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { formatter: (value: number) => format.compact(value) } },
      series,
    };
    function odds(from: number): string {
      return t('chart.to', { odds: format.compact(2 ** from) });
    }
  }, [bars, format, t]);
  if (bars.length === 0) return null;
  return (
    <Paper>
      <Text fw={550}>{t('chart.title')}</Text>
      <Chart label={t('chart.title')} option={option} height={220} />
    </Paper>
  );
}
