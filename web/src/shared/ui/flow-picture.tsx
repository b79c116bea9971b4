import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useFormat } from '@/shared/lib/use-format';
import { Chart } from './chart';
import { flowGraph, type FlowNode, type Move } from './flow-chart';
import { seriesColors } from './theme';

type FlowPictureProps = { label: string; moves: Move[]; nameOf: (place: string) => string; none: string };
type FlowLink = { value: number };

/** Who moved from where to where, as streams between two sides. */
export function FlowPicture({ label, moves, nameOf, none }: FlowPictureProps) {
  const format = useFormat();
  const scheme = useComputedColorScheme('light');
  const option = useMemo(() => {
    const { nodes, links } = flowGraph(moves, nameOf, none);
    const said = ({ title, customers }: FlowNode) => `${title}: ${format.number(customers)}`;
    const colors = seriesColors[scheme];
    return {
      tooltip: { trigger: 'item', formatter: ({ data }: { data: FlowNode | FlowLink }) => ('title' in data ? said(data) : format.number(data.value)) },
      series: [
        {
          type: 'sankey',
          data: nodes.map((node) => ({
            ...node,
            itemStyle: { color: node.colorIndex === null ? '#8a9490' : colors[node.colorIndex % colors.length], borderWidth: 0 },
            label: { position: node.name.startsWith('before') ? 'right' : 'left' },
          })),
          links,
          left: 0,
          right: 0,
          top: 8,
          bottom: 8,
          nodeGap: 18,
          lineStyle: { color: 'gradient', opacity: 0.3 },
          label: {
            color: scheme === 'dark' ? '#dde3e1' : '#1c2321',
            textBorderWidth: 0,
            width: 130,
            overflow: 'truncate',
            formatter: ({ data }: { data: FlowNode }) => said(data),
          },
        },
      ],
    };
  }, [moves, nameOf, none, format, scheme]);
  return <Chart label={label} option={option} height={Math.min(560, Math.max(220, moves.length * 40))} />;
}
