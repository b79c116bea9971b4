import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type Column } from './data-table';
import classes from './data-table.module.css';

export type Sort = { column: string; descending: boolean };

type TableHeadProps<Row> = {
  columns: Column<Row>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
};

function ariaSort(sort: Sort | undefined, column: string): 'ascending' | 'descending' | undefined {
  if (sort?.column !== column) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <Table.Thead className={classes.head}>
      <Table.Tr>
        {columns.map((column) => (
          <Table.Th
            key={column.id}
            w={column.width}
            ta={column.align ?? 'left'}
            visibleFrom={column.visibleFrom}
            aria-sort={ariaSort(sort, column.id)}
          >
            {column.sortable && onSort ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
            ) : (
              column.header
            )}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

type SortButtonProps<Row> = { column: Column<Row>; sort: Sort | undefined; onSort: (sort: Sort) => void };

function SortButton<Row>({ column, sort, onSort }: SortButtonProps<Row>) {
  const active = sort?.column === column.id;
  const Arrow = active && sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <UnstyledButton
      className={classes.sort}
      data-active={active || undefined}
      onClick={() => onSort({ column: column.id, descending: active ? !sort.descending : false })}
    >
      {column.header}
      <Arrow size={13} aria-hidden />
    </UnstyledButton>
  );
}
