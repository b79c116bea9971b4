import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSourceName } from '@/shared/lib/source-name';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText, Money, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { RouteLink } from '@/shared/ui/route-link';
import { undoneAt, useImports, type Import, type ImportFile } from '../imports';
import { ImportState } from '../parts/import-state';
import { SampleFiles } from '../parts/sample-files';

export function ImportListPage() {
  const { t } = useTranslation('sources');
  const imports = useImports();
  const columns = useColumns();
  return (
    <Page
      title={t('title')}
      description={t('text')}
      actions={
        <Button component={RouteLink} href="/imports/new" leftSection={<IconFileImport size={16} />}>
          {t('new.action')}
        </Button>
      }
    >
      <DataTable
        label={t('title')}
        columns={columns}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/imports/${id}`}
        empty={<NoImports />}
        {...imports}
      />
    </Page>
  );
}

function NoImports() {
  const { t } = useTranslation('sources');
  return (
    <EmptyState
      icon={IconFileImport}
      title={t('empty.title')}
      action={
        <>
          <Button component={RouteLink} href="/imports/new?kind=orders">
            {t('empty.orders')}
          </Button>
          <Button component={RouteLink} href="/imports/new?kind=customers" variant="default">
            {t('empty.customers')}
          </Button>
        </>
      }
    >
      <Stack gap="xs">
        <span>{t('empty.text')}</span>
        <span>{t('empty.ways')}</span>
        <SampleFiles />
      </Stack>
    </EmptyState>
  );
}

function useColumns(): Column<Import>[] {
  const sourceName = useSourceName();
  const { t } = useTranslation('sources');
  return [
    {
      id: 'source',
      header: t('list.source'),
      cell: ({ files }) => (
        <>
          <Text size="sm" fw={550}>
            {files[0] && sourceName(files[0].source)}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {files.map(({ fileName }) => fileName).join(', ')}
          </Text>
        </>
      ),
    },
    { id: 'kind', header: t('list.kind'), visibleFrom: 'sm', cell: ({ files }) => kindsOf(files).map((kind) => t(`kind.${kind}`)).join(', ') },
    {
      id: 'state',
      header: t('list.state'),
      cell: (one) => (
        <Group gap={4}>
          <ImportState of={one} />
          {undoneAt(one) && <DateText value={undoneAt(one)} size="xs" c="dimmed" as="relative" />}
          {undoneAt(one) && one.undo?.by && (
            <Text size="xs" c="dimmed">
              {t('undo.by', { name: one.undo.by })}
            </Text>
          )}
          {one.dryRun && one.state !== 'done' && <Badge color="gray">{t('state.trial')}</Badge>}
        </Group>
      ),
    },
    count('rows', t('counts.rows'), ({ counts }) => counts.rows),
    standing(count('created', t('list.created'), ({ counts }) => counts.created, 'md')),
    count('rejected', t('counts.rejected'), ({ counts }) => counts.rejected, 'sm'),
    standing({
      id: 'money',
      header: t('counts.money'),
      align: 'right',
      visibleFrom: 'md',
      cell: ({ files }) => {
        const money = moneyOf(files);
        return money.length === 0 ? '—' : money.map((sum) => <Money key={sum.currency} value={sum} display="block" />);
      },
    }),
    {
      id: 'when',
      header: t('list.when'),
      visibleFrom: 'sm',
      cell: ({ createdAt }) => <DateText value={createdAt} as="relative" />,
    },
  ];
}

/** Of an import that was undone nothing is left to tell. */
function standing(column: Column<Import>): Column<Import> {
  return { ...column, cell: (one) => (undoneAt(one) ? '—' : column.cell(one)) };
}

function count(
  id: string,
  header: string,
  value: (file: ImportFile) => number,
  visibleFrom?: 'sm' | 'md',
): Column<Import> {
  return { id, header, align: 'right', cell: ({ files }) => <NumberText value={files.reduce((sum, file) => sum + value(file), 0)} />, ...(visibleFrom && { visibleFrom }) };
}

function kindsOf(files: ImportFile[]): ImportFile['kind'][] {
  return [...new Set(files.map(({ kind }) => kind))];
}

/** What the orders come to: lines of the same import have told their totals last, payments tell something else. */
function moneyOf(files: ImportFile[]): ImportFile['money'] {
  const telling = files.findLast(({ kind, money }) => kind !== 'payments' && money.length > 0) ?? files.at(-1);
  return telling?.money ?? [];
}
