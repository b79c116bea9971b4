import { Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportMenu } from '@/shared/ui/export-menu';
import { Money, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { SourceChart } from '../parts/source-chart';
import { dimensions, exportOf, knownChannel, periods, questionOf, sourcesQuery, touches, type Dimension, type SourceFigures } from '../sources';

/** Where customers came from, down to revenue. */
export function SourcesPage() {
  const { t } = useTranslation('insight');
  const [search, setSearch] = useUrlSearch();
  const question = questionOf(search);
  const query = useQuery(sourcesQuery(question));
  const nameOf = useSourceName(question.by);
  const columns = useColumns(nameOf);
  const report = query.data;
  return (
    <Page
      title={t('sources.title')}
      description={t('sources.text')}
      actions={<ExportMenu need="insight.read" href={(format) => exportOf(question, format)} />}
    >
      <Stack gap="md">
        <Group gap="sm" align="flex-end">
          <Select
            label={t('sources.by')}
            data={dimensions.map((value) => ({ value, label: t(`sources.dimension.${value}`) }))}
            value={question.by}
            allowDeselect={false}
            onChange={(by) => setSearch({ by: by === 'CHANNEL' ? undefined : (by ?? undefined) })}
          />
          <SegmentedControl
            aria-label={t('sources.touch')}
            data={touches.map((value) => ({ value, label: t(`sources.which.${value}`) }))}
            value={question.touch}
            onChange={(touch) => setSearch({ touch: touch === 'FIRST' ? undefined : touch })}
          />
          <SegmentedControl
            aria-label={t('overview.period')}
            data={periods.map((value) => ({ value, label: value === 'ever' ? t('sources.ever') : t('overview.days', { count: Number(value) }) }))}
            value={question.period}
            onChange={(period) => setSearch({ period: period === '365' ? undefined : period })}
          />
        </Group>
        {report && <SourceChart rows={report.rows} nameOf={nameOf} />}
        <DataTable
          label={t('sources.title')}
          columns={columns}
          rows={report?.rows}
          rowKey={({ key }) => key ?? ''}
          error={query.error}
          onRetry={() => void query.refetch()}
          empty={
            <EmptyState icon={IconRoute} title={t('sources.emptyTitle')}>
              {t('sources.empty')}
            </EmptyState>
          }
        />
        {report && report.left > 0 && <Text c="dimmed">{t('sources.left', { count: report.left })}</Text>}
        <Text size="sm" c="dimmed">
          {t('sources.how')}
        </Text>
      </Stack>
    </Page>
  );
}

function useSourceName(by: Dimension) {
  const { t } = useTranslation('insight');
  return useCallback(
    ({ key }: SourceFigures) => {
      if (key === undefined || key === null) return t('sources.unknown');
      const channel = by === 'CHANNEL' ? knownChannel(key) : undefined;
      return channel ? t(`sources.channel.${channel}`) : key;
    },
    [by, t],
  );
}

function useColumns(nameOf: (row: SourceFigures) => string): Column<SourceFigures>[] {
  const { t } = useTranslation('insight');
  return [
    {
      id: 'source',
      header: t('sources.source'),
      cell: (row) => (
        <Text size="sm" fw={550} {...(row.key ? {} : { c: 'dimmed' })} style={{ overflowWrap: 'anywhere' }}>
          {nameOf(row)}
        </Text>
      ),
    },
    { id: 'customers', header: t('sources.customers'), align: 'right', cell: ({ customers }) => <NumberText value={customers} /> },
    { id: 'newcomers', header: t('sources.newcomers'), align: 'right', visibleFrom: 'sm', cell: ({ newcomers }) => <NumberText value={newcomers} /> },
    { id: 'buyers', header: t('sources.buyers'), align: 'right', visibleFrom: 'sm', cell: ({ buyers }) => <NumberText value={buyers} /> },
    { id: 'orders', header: t('overview.orders'), align: 'right', visibleFrom: 'sm', cell: ({ orders }) => <NumberText value={orders} /> },
    { id: 'revenue', header: t('overview.revenue'), align: 'right', cell: ({ revenue }) => <Money value={revenue} /> },
  ];
}
