import { Group, Paper, Skeleton, Stack, Text, TextInput, Title, useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { Chart } from '@/shared/ui/chart';
import { ErrorState } from '@/shared/ui/error-state';
import { seriesColors } from '@/shared/ui/theme';
import { useFlow, type SegmentFlow } from '../compare';
import { flowGraph, type FlowNode } from '../flow-chart';

type FlowProps = {
  chosen: string[];
  nameOf: (id: string) => string;
  from: string;
  to: string;
  change: (days: { from?: string; to?: string }) => void;
};

/** Who moved from where to where between the ends of two days. */
export function Flow({ chosen, nameOf, from, to, change }: FlowProps) {
  const { t } = useTranslation('segments');
  const { data, error, refetch } = useFlow(chosen, from, to);
  return (
    <Paper>
      <Stack gap="sm">
        <Title order={2}>{t('compare.flow')}</Title>
        <Text size="sm" c="dimmed">
          {t('compare.flowText')}
        </Text>
        <Group>
          <TextInput
            type="date"
            label={t('compare.from')}
            value={from}
            max={to}
            onChange={({ currentTarget }) => change({ from: currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('compare.to')}
            value={to}
            min={from}
            onChange={({ currentTarget }) => change({ to: currentTarget.value })}
          />
        </Group>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error && <Skeleton h={240} />}
        {data?.moves.length === 0 && <Text c="dimmed">{t('compare.nobody')}</Text>}
        {data && data.moves.length > 0 && <FlowPicture flow={data} nameOf={nameOf} />}
      </Stack>
    </Paper>
  );
}

type FlowPictureProps = { flow: SegmentFlow; nameOf: (id: string) => string };

function FlowPicture({ flow, nameOf }: FlowPictureProps) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const scheme = useComputedColorScheme('light');
  const option = useMemo(() => {
    const { nodes, links } = flowGraph(flow, nameOf, t('compare.none'));
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
  }, [flow, nameOf, format, scheme, t]);
  return <Chart label={t('compare.flow')} option={option} height={Math.max(220, flow.moves.length * 40)} />;
}

type FlowLink = { value: number };
