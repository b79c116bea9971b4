import { useReducedMotion } from '@mantine/hooks';
import { BarChart, HeatmapChart, LineChart, PieChart, SankeyChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  DatasetComponent,
  DataZoomInsideComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { chartTheme } from './chart-theme';
import { type ChartProps } from './chart';

register([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  DatasetComponent,
  DataZoomInsideComponent,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  PieChart,
  SankeyChart,
  ScatterChart,
  TooltipComponent,
  VisualMapComponent,
]);

type ChartCanvasProps = {
  option: EChartsCoreOption;
  scheme: 'light' | 'dark';
  onPick: ChartProps['onPick'];
};

export function ChartCanvas({ option, scheme, onPick }: ChartCanvasProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const pick = useRef(onPick);
  const calm = useReducedMotion();

  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const made = init(element, chartTheme(scheme), { renderer: 'canvas' });
    made.on('click', ({ name, seriesIndex, dataIndex, value }) =>
      pick.current?.({ name, seriesIndex: seriesIndex ?? 0, dataIndex, value }),
    );
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(element);
    setChart(made);
    return () => {
      watcher.disconnect();
      made.dispose();
    };
  }, [scheme]);

  useEffect(() => {
    if (chart && !chart.isDisposed()) chart.setOption({ aria: { enabled: true }, animation: !calm, ...option }, { notMerge: true });
  }, [chart, option, calm]);

  return <div ref={holder} style={{ width: '100%', height: '100%' }} />;
}
