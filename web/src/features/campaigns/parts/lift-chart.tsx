import { type EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '@/shared/ui/chart';
import { type Lift } from '../report';
import { useMoneyText } from '../use-money-text';

/** The interval as a bar over the line of no effect, the difference as a point in it. */
export function LiftChart({ lift, currency }: { lift: Lift; currency: string }) {
  const { t } = useTranslation('campaigns');
  const money = useMoneyText(currency);
  const label = t('effect.chart', {
    difference: money.signed(lift.difference),
    low: money.signed(lift.low),
    high: money.signed(lift.high),
  });
  const option = useMemo<EChartsCoreOption>(() => liftOption(lift, money.signed, t('effect.zero')), [lift, money, t]);
  return <Chart label={label} option={option} height={110} />;
}

function liftOption(lift: Lift, signed: (minor: number) => string, zero: string): EChartsCoreOption {
  const reach = Math.max(Math.abs(lift.low), Math.abs(lift.high)) * 1.15;
  const color = lift.low > 0 ? '#2f9e6e' : lift.high < 0 ? '#d64545' : '#8a8f98';
  return {
    grid: { left: 12, right: 12, top: 26, bottom: 26 },
    xAxis: { type: 'value', min: -reach, max: reach, axisLabel: { formatter: signed, hideOverlap: true } },
    yAxis: { type: 'value', min: -1, max: 1, show: false },
    tooltip: { show: false },
    series: [
      {
        type: 'line',
        silent: true,
        symbol: 'rect',
        symbolSize: [3, 18],
        data: [
          [lift.low, 0],
          [lift.high, 0],
        ],
        lineStyle: { width: 10, color, opacity: 0.55, cap: 'butt' },
        itemStyle: { color },
        markLine: {
          symbol: 'none',
          silent: true,
          label: { formatter: zero, position: 'end', color: '#8a8f98', textBorderWidth: 0 },
          lineStyle: { type: 'dashed' },
          data: [{ xAxis: 0 }],
        },
      },
      { type: 'scatter', silent: true, symbolSize: 13, data: [[lift.difference, 0]], itemStyle: { color } },
    ],
  };
}
