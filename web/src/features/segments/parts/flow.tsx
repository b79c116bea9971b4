import { Group, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { Chart } from '@/shared/ui/chart';
import { ErrorState } from '@/shared/ui/error-state';
import { useFlow, type SegmentFlow } from '../compare';
import { flowLinks } from '../flow-chart';

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
        {data && data.moves.length > 0 && <FlowPicture flow={data} nameOf={nameOf} from={from} to={to} />}
      </Stack>
    </Paper>
  );
}

type FlowPictureProps = { flow: SegmentFlow; nameOf: (id: string) => string; from: string; to: string };

function FlowPicture({ flow, nameOf, from, to }: FlowPictureProps) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const option = useMemo(() => {
    const words = { nameOf, none: t('compare.none'), before: format.day(from), after: format.day(to) };
    const { nodes, links } = flowLinks(flow, words);
    return {
      tooltip: { trigger: 'item', valueFormatter: (value: unknown) => format.number(Number(value)) },
      series: [
        {
          type: 'sankey',
          data: nodes,
          links,
          left: 8,
          right: 150,
          top: 8,
          bottom: 8,
          nodeGap: 14,
          lineStyle: { color: 'gradient', opacity: 0.35 },
          label: { overflow: 'truncate', width: 140 },
        },
      ],
    };
  }, [flow, nameOf, from, to, format, t]);
  return <Chart label={t('compare.flow')} option={option} height={Math.max(220, flow.moves.length * 36)} />;
}
