import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type Rule } from '@/shared/rules/rules';
import { type Words } from '@/shared/rules/rule-sentence';
import { undatedText } from '@/shared/rules/undated';
import { Chart } from '@/shared/ui/chart';
import { type Part } from '../panel';

type PanelMonthsProps = { part: Part<'months'>; now: number; rule: Rule; words: Words };

/** How many met the rule at the end of each month, and which of its conditions have no history. */
export function PanelMonths({ part, now, rule, words }: PanelMonthsProps) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const option = useMemo(
    () => ({
      grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => format.number(Number(value)) },
      xAxis: {
        type: 'category',
        data: [...part.months.map(({ month }) => format.month(month)), t('preview.now')],
        axisLabel: { hideOverlap: true },
      },
      yAxis: { type: 'value', minInterval: 1, splitNumber: 3, axisLabel: { formatter: format.compact } },
      series: [
        { type: 'bar', name: t('preview.people'), barMaxWidth: 16, data: [...part.months.map(({ size }) => size), now] },
      ],
    }),
    [part, now, format, t],
  );
  const undated = undatedText(rule, part.knownToday, words);
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t('preview.months')}
      </Text>
      <Chart label={t('preview.months')} option={option} height={130} />
      {undated && (
        <Text size="xs" c="dimmed">
          {undated}
        </Text>
      )}
    </Stack>
  );
}
