import { Paper, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { Chart } from '@/shared/ui/chart';
import { type Overview } from '../overview';

/** Revenue as bars, orders as a line over them. */
export function MonthChart({ months }: { months: Overview['months'] }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const option = useMemo(() => {
    const currency = months[0]?.revenue.currency ?? 'USD';
    const [revenue, orders] = [t('overview.revenue'), t('overview.orders')];
    return {
      grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, data: [revenue, orders] },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        data: months.map(({ month }) => format.month(`${month}-15`)),
        axisLabel: { hideOverlap: true },
      },
      yAxis: [
        { type: 'value', axisLabel: { formatter: (minor: number) => format.moneyCompact({ minor, currency }) } },
        { type: 'value', minInterval: 1, splitLine: { show: false }, axisLabel: { formatter: format.compact } },
      ],
      series: [
        {
          name: revenue,
          type: 'bar',
          barMaxWidth: 28,
          data: months.map((month) => month.revenue.minor),
          tooltip: { valueFormatter: (minor: number) => format.money({ minor, currency }) },
        },
        {
          name: orders,
          type: 'line',
          yAxisIndex: 1,
          data: months.map((month) => month.orders),
          tooltip: { valueFormatter: (value: number) => format.number(value) },
        },
      ],
    };
  }, [months, format, t]);
  return (
    <Paper>
      <Title order={2} mb="sm">
        {t('overview.chart')}
      </Title>
      <Chart label={t('overview.chart')} option={option} height={300} />
    </Paper>
  );
}
