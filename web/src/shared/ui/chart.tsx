import { Box, Skeleton, useComputedColorScheme } from '@mantine/core';
import { type EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense } from 'react';

const ChartCanvas = lazy(() => import('./chart-canvas').then((module) => ({ default: module.ChartCanvas })));

export type ChartProps = {
  /** What the chart shows, for those who do not see it. */
  label: string;
  option: EChartsCoreOption;
  height?: number;
  /** A click on a point, bar or cell. */
  onPick?: (picked: { name: string; seriesIndex: number; dataIndex: number; value: unknown }) => void;
};

/** ECharts, fetched only when a chart is shown, in the colours of the theme. */
export function Chart({ label, option, height = 280, onPick }: ChartProps) {
  const scheme = useComputedColorScheme('light');
  return (
    <Box h={height} role="img" aria-label={label}>
      <Suspense fallback={<Skeleton h={height} />}>
        <ChartCanvas option={option} scheme={scheme} onPick={onPick} />
      </Suspense>
    </Box>
  );
}
