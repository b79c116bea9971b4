import { Skeleton, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { useFormat } from '@/shared/lib/use-format';
import { Chart } from '@/shared/ui/chart';
import { ErrorState } from '@/shared/ui/error-state';
import { isMoney, useKpi, type KpiReport } from '../passport';

/** Facts as bars, the plan as a line over them. */
export function KpiChart({ id }: { id: string }) {
  const { data, error } = useKpi(id);
  if (error) return <ErrorState error={error} />;
  return data ? <Months report={data} /> : <Skeleton h={220} />;
}

function Months({ report: { kpi, months } }: { report: KpiReport }) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const currency = useSession()?.organisation.currency || 'USD';
  const label = t('passport.chart', { kpi: t(`passport.kpis.${kpi}`) });
  const option = useMemo(() => {
    const [fact, plan] = [t('passport.fact'), t('passport.plan')];
    const said = (value: unknown) => {
      if (value === null || value === undefined) return '—';
      return isMoney(kpi) ? format.money({ minor: Number(value), currency }) : format.number(Number(value));
    };
    return {
      grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, data: [fact, plan] },
      tooltip: { trigger: 'axis', valueFormatter: said },
      xAxis: {
        type: 'category',
        data: months.map(({ month }) => format.month(`${month.slice(0, 8)}15`)),
        axisLabel: { hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        axisLabel: {
          formatter: (value: number) => (isMoney(kpi) ? format.moneyCompact({ minor: value, currency }) : format.compact(value)),
        },
      },
      series: [
        {
          name: fact,
          type: 'bar',
          barMaxWidth: 28,
          data: months.map((month) => ({ value: month.fact ?? null, itemStyle: { opacity: month.byRule ? 0.45 : 1 } })),
        },
        { name: plan, type: 'line', step: 'middle', symbolSize: 5, data: months.map(({ planned }) => planned ?? null) },
      ],
    };
  }, [kpi, months, format, currency, t]);
  return (
    <Stack gap={4}>
      <Text size="sm" fw={550}>
        {label}
      </Text>
      {kpi !== 'MEMBERS' && (
        <Text size="xs" c="dimmed">
          {t('passport.ofStart')}
        </Text>
      )}
      <Chart label={label} option={option} height={220} />
      {months.some(({ byRule }) => byRule) && (
        <Text size="xs" c="dimmed">
          {t('passport.byRule')}
        </Text>
      )}
    </Stack>
  );
}
