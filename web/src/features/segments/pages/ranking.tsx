import { Badge, Group, Progress, Stack, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { Money, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { Trend } from '../parts/trend';
import { useRanking, type RankedSegment } from '../shelf';

type Sort = { column: string; descending: boolean };
type Figure = (segment: RankedSegment) => number | null;

/** Growth since then, in people; null where the segment was not kept yet. */
const grown = ({ customers }: RankedSegment, before: number | null | undefined) => (before == null ? null : customers - before);

const figures: Record<string, Figure> = {
  customers: ({ customers }) => customers,
  revenue: ({ revenue }) => revenue.minor,
  each: ({ revenue, customers }) => (customers ? revenue.minor / customers : null),
  month: (segment) => grown(segment, segment.monthAgo),
  quarter: (segment) => grown(segment, segment.quarterAgo),
};

/** All segments by what they are worth and how they grow. */
export function RankingPage() {
  const { t } = useTranslation('segments');
  const { data, error, refetch } = useRanking();
  const [sort, setSort] = useState<Sort>({ column: 'revenue', descending: true });
  const columns = useColumns(Math.max(1, ...(data ?? []).map(({ revenue }) => revenue.minor)));
  return (
    <Page title={t('ranking.title')} description={t('ranking.text')} crumbs={[{ label: t('navigation.segments'), href: '/segments' }]}>
      <DataTable
        label={t('ranking.title')}
        columns={columns}
        rows={data && sorted(data, sort)}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/segments/${id}`}
        sort={sort}
        onSort={setSort}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState icon={IconUsersGroup} title={t('list.emptyTitle')}>
            {t('list.empty')}
          </EmptyState>
        }
      />
    </Page>
  );
}

/** What is unknown comes last, whichever way. */
function sorted(segments: RankedSegment[], { column, descending }: Sort): RankedSegment[] {
  const figure = figures[column];
  if (!figure) {
    const named = segments.toSorted((one, other) => one.name.localeCompare(other.name));
    return descending ? named.toReversed() : named;
  }
  return segments.toSorted((one, other) => {
    const [a, b] = [figure(one), figure(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? b - a : a - b;
  });
}

function useColumns(most: number): Column<RankedSegment>[] {
  const { t } = useTranslation('segments');
  const format = useFormat();
  return [
    {
      id: 'name',
      header: t('list.name'),
      sortable: true,
      cell: ({ name, goal, priority }) => (
        <Group gap={6}>
          <Text inherit fw={550}>
            {name}
          </Text>
          {priority === 'HIGH' && (
            <Badge size="sm" variant="light" color="red" tt="none">
              {t('passport.priorities.HIGH')}
            </Badge>
          )}
          {goal && (
            <Text inherit size="xs" fw={400} c="dimmed">
              {t(`passport.goals.${goal}`)}
            </Text>
          )}
        </Group>
      ),
    },
    {
      id: 'revenue',
      header: t('ranking.revenue'),
      align: 'right',
      sortable: true,
      cell: ({ revenue }) => (
        <Stack gap={3}>
          <Money value={revenue} />
          <Progress size={4} value={(Math.max(0, revenue.minor) / most) * 100} aria-hidden />
        </Stack>
      ),
    },
    {
      id: 'customers',
      header: t('list.size'),
      align: 'right',
      sortable: true,
      cell: ({ customers }) => <NumberText value={customers} />,
    },
    {
      id: 'each',
      header: t('ranking.each'),
      align: 'right',
      sortable: true,
      visibleFrom: 'md',
      cell: ({ revenue, customers }) => (
        <Money value={customers ? { ...revenue, minor: Math.round(revenue.minor / customers) } : null} />
      ),
    },
    {
      id: 'month',
      header: t('ranking.month'),
      align: 'right',
      sortable: true,
      visibleFrom: 'xs',
      cell: (segment) => <Growth now={segment.customers} before={segment.monthAgo} />,
    },
    {
      id: 'quarter',
      header: t('ranking.quarter'),
      align: 'right',
      sortable: true,
      visibleFrom: 'sm',
      cell: (segment) => <Growth now={segment.customers} before={segment.quarterAgo} />,
    },
    {
      id: 'weeks',
      header: t('ranking.weeks'),
      visibleFrom: 'md',
      cell: ({ weeks }) => (
        <Trend sizes={weeks} label={t('ranking.weeksLabel', { sizes: weeks.map((size) => format.number(size)).join(', ') })} />
      ),
    },
  ];
}

function Growth({ now, before }: { now: number; before: number | null | undefined }) {
  const format = useFormat();
  if (before == null) return <span>—</span>;
  const by = format.number(now - before, { signDisplay: 'exceptZero' });
  const share = before > 0 ? format.percent((now - before) / before) : null;
  return (
    <span className="numeric">
      {by}
      {share && (
        <Text span inherit size="xs" c="dimmed" ml={6}>
          {share}
        </Text>
      )}
    </span>
  );
}
