import { Paper, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { Chart } from '@/shared/ui/chart';
import { type Friction } from '../forms';

/** The conversion of each version over the number of its fields, with the interval as a line between two caps. */
export function ConversionChart({ versions }: { versions: Friction['versions'] }) {
  const { t } = useTranslation('forms');
  const format = useFormat();
  const option = useMemo(() => {
    const shown = versions.flatMap((version) => (version.conversion ? [{ ...version, conversion: version.conversion }] : []));
    const ends = shown.flatMap(({ questions, conversion }) => [[questions, conversion.low], [questions, conversion.high], [null, null]]);
    return {
      grid: { left: 8, right: 16, top: 24, bottom: 28, containLabel: true },
      xAxis: { type: 'value', name: t('friction.fields'), nameLocation: 'middle', nameGap: 26, minInterval: 1, min: 0 },
      yAxis: { type: 'value', min: 0, axisLabel: { formatter: (share: number) => format.percent(share) } },
      series: [
        { type: 'line', data: ends, symbol: 'rect', symbolSize: [12, 2], connectNulls: false },
        {
          type: 'line',
          data: shown.map(({ questions, conversion, version }) => ({ value: [questions, conversion.value], name: String(version) })),
          lineStyle: { width: 0 },
          symbol: 'circle',
          symbolSize: 10,
          label: { show: true, position: 'right', formatter: ({ name }: { name: string }) => t('editor.version', { version: name }) },
        },
      ],
    };
  }, [versions, t, format]);
  if (!versions.some(({ conversion }) => conversion)) return null;
  return (
    <Paper p="md">
      <Title order={2} mb="sm">
        {t('friction.chart')}
      </Title>
      <Chart label={t('friction.chart')} option={option} height={260} />
    </Paper>
  );
}
