import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '@/shared/ui/chart';
import { useFormat } from '@/shared/lib/use-format';
import { type SegmentHistory } from '../segment';

/** The size at the end of each day on which it changed. */
export function SizeChart({ days }: { days: SegmentHistory['days'] }) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: unknown) => format.number(Number(value)),
      },
      xAxis: { type: 'time', axisLabel: { hideOverlap: true, formatter: (at: number) => format.day(new Date(at).toISOString()) } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { formatter: (value: number) => format.compact(value) } },
      series: [
        { type: 'line', step: 'end', name: t('page.size'), data: days.map(({ day, size }) => [day, size]), areaStyle: { opacity: 0.12 } },
      ],
    }),
    [days, format, t],
  );
  if (days.length < 2) {
    return (
      <Text c="dimmed" size="sm">
        {t('page.noHistory')}
      </Text>
    );
  }
  return <Chart label={t('page.history')} option={option} height={220} />;
}
