import { Box, Button, Center, Loader, Paper, Skeleton, Stack, Table } from '@mantine/core';
import { type Key, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TableHead, type Sort } from './data-table-head';
import { TableRows } from './data-table-rows';
import { ErrorState } from './error-state';
import classes from './data-table.module.css';

export type Column<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand on the right. */
  align?: 'left' | 'right' | 'center';
  width?: number | string;
  /** Left out on screens narrower than this. */
  visibleFrom?: 'xs' | 'sm' | 'md' | 'lg';
  sortable?: boolean;
  /** Holds a control of its own and never the row's link. */
  control?: boolean;
};

export type DataTableProps<Row> = {
  /** What the table lists, for those who do not see it. */
  label: string;
  columns: Column<Row>[];
  rows: Row[] | undefined;
  rowKey: (row: Row) => Key;
  /** Makes the row a link: click, Enter, or open in a new tab. */
  rowHref?: (row: Row) => string;
  error?: unknown;
  onRetry?: () => void;
  /** Instead of the table when there are no rows. */
  empty: ReactNode;
  more?: { has: boolean; loading: boolean; load: () => void };
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** With a height the table scrolls by itself and draws only the rows in sight. */
  height?: number | string;
};

/** Rows of anything. Arrow keys move between rows, Enter opens one. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, error, onRetry, empty, more, sort, onSort, height } = props;
  const scroller = useRef<HTMLDivElement>(null);
  if (error && rows === undefined) return <ErrorState error={error} {...(onRetry && { onRetry })} />;
  if (rows === undefined) return <LoadingRows />;
  if (rows.length === 0) return <Paper p={0}>{empty}</Paper>;
  return (
    <Paper p={0} className={classes.frame}>
      <Box ref={scroller} className={classes.scroller} mah={height}>
        <Table aria-label={label} stickyHeader={height !== undefined} highlightOnHover>
          <TableHead columns={columns} sort={sort} onSort={onSort} />
          <TableRows {...props} rows={rows} scroller={height === undefined ? null : scroller} />
        </Table>
      </Box>
      {more?.has && <LoadMore loading={more.loading} load={more.load} />}
    </Paper>
  );
}

function LoadMore({ loading, load }: { loading: boolean; load: () => void }) {
  const { t } = useTranslation('shared');
  return (
    <Center p="xs" className={classes.more}>
      <Button size="compact-sm" variant="subtle" onClick={load} disabled={loading}>
        {loading ? <Loader size={14} /> : t('loadMore')}
      </Button>
    </Center>
  );
}

const skeletons = [88, 72, 80, 64, 84, 70];

function LoadingRows() {
  const { t } = useTranslation('shared');
  return (
    <Paper aria-busy aria-label={t('loading')}>
      <Stack gap="sm">
        {skeletons.map((width) => (
          <Skeleton key={width} h={16} w={`${width}%`} />
        ))}
      </Stack>
    </Paper>
  );
}
