import { Code } from '@mantine/core';
import { IconDatabaseShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { NumberText } from '@/shared/ui/numbers';
import { type Mirror } from '../mirror';

export function MirrorTables({ mirror }: { mirror: Mirror | undefined }) {
  const { t } = useTranslation('warehouse');
  return (
    <DataTable
      label={t('tables.title')}
      rows={mirror?.tables.toSorted((one, other) => other.rows - one.rows)}
      rowKey={(row) => row.table}
      columns={useColumns()}
      empty={
        <EmptyState icon={IconDatabaseShare} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      }
    />
  );
}

function useColumns(): Column<Mirror['tables'][number]>[] {
  const { t, i18n } = useTranslation('warehouse');
  const named = (table: string) => {
    const key = `tables.${table.replace('.', '_')}`;
    return i18n.exists(key, { ns: 'warehouse' }) ? t(key) : table;
  };
  return [
    { id: 'name', header: t('tables.name'), cell: ({ table }) => named(table) },
    { id: 'table', header: t('tables.table'), cell: ({ table }) => <Code>{table}</Code>, visibleFrom: 'sm' },
    { id: 'rows', header: t('rows'), align: 'right', cell: ({ rows }) => <NumberText value={rows} /> },
  ];
}
