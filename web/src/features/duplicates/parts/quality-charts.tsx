import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { Chart } from '@/shared/ui/chart';
import { type Quality } from '../quality';

const standings = ['GOOD', 'AGED', 'DISPOSABLE', 'INVALID'] as const;
const kinds = ['email', 'phone'] as const;

/** Addresses by what is known of them, and people by which fields they have. */
export function QualityCharts({ quality }: { quality: Quality }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const addresses = useMemo(
    () => ({
      grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true },
      legend: { top: 0 },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => format.number(Number(value)) },
      xAxis: { type: 'value', axisLabel: { formatter: (value: number) => format.compact(value), hideOverlap: true } },
      yAxis: { type: 'category', data: kinds.map((kind) => t(`field.${kind}`)) },
      series: standings.map((standing) => ({
        type: 'bar',
        stack: 'addresses',
        name: t(`standing.${standing}`),
        data: kinds.map(
          (kind) => quality.standings.find((one) => one.kind === kind && one.standing === standing)?.addresses ?? 0,
        ),
      })),
    }),
    [quality, format, t],
  );
  const filled = useMemo(
    () => ({
      grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => format.percent(Number(value)) },
      xAxis: { type: 'value', max: 1, axisLabel: { formatter: (value: number) => format.percent(value), hideOverlap: true } },
      yAxis: { type: 'category', inverse: true, data: quality.filled.map(({ field }) => t(`field.${field}`)) },
      series: [{ type: 'bar', data: quality.filled.map(({ people }) => people / Math.max(1, quality.people)) }],
    }),
    [quality, format, t],
  );
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Paper>
        <Text fw={550}>{t('quality.addresses')}</Text>
        <Chart label={t('quality.addresses')} option={addresses} height={200} />
      </Paper>
      <Paper>
        <Text fw={550}>{t('quality.filled')}</Text>
        <Chart label={t('quality.filled')} option={filled} height={200} />
      </Paper>
    </SimpleGrid>
  );
}
