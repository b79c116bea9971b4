import { Paper, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { Chart } from '@/shared/ui/chart';
import { type SourceFigures } from '../sources';

const MOST = 12;
const BAR = 34;
const FRAME = 60;

/** Revenue of the strongest sources, the largest above. */
export function SourceChart({ rows, nameOf }: { rows: SourceFigures[]; nameOf: (row: SourceFigures) => string }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const shown = useMemo(() => rows.filter(({ revenue }) => revenue.minor > 0).slice(0, MOST).toReversed(), [rows]);
  const option = useMemo(() => {
    const currency = shown[0]?.revenue.currency ?? 'USD';
    return {
      grid: { left: 8, right: 24, top: 8, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'value', axisLabel: { formatter: (minor: number) => format.moneyCompact({ minor, currency }), hideOverlap: true } },
      yAxis: { type: 'category', data: shown.map(nameOf), axisLabel: { width: 110, overflow: 'truncate' } },
      series: [
        {
          name: t('overview.revenue'),
          type: 'bar',
          barMaxWidth: 22,
          data: shown.map(({ revenue }) => revenue.minor),
          tooltip: { valueFormatter: (minor: number) => format.money({ minor, currency }) },
        },
      ],
    };
  }, [shown, nameOf, format, t]);
  if (shown.length === 0) return null;
  return (
    <Paper>
      <Title order={2} mb="sm">
        {t('sources.chart')}
      </Title>
      <Chart label={t('sources.chart')} option={option} height={FRAME + shown.length * BAR} />
    </Paper>
  );
}
