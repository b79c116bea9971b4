import { Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { useGo } from '@/shared/lib/url';
import { type Column, type DataTableProps } from './data-table';
import { TextLink } from './route-link';
import classes from './data-table.module.css';

type TableRowsProps<Row> = DataTableProps<Row> & {
  rows: Row[];
  scroller: RefObject<HTMLDivElement | null> | null;
};

export function TableRows<Row>(props: TableRowsProps<Row>) {
  return props.scroller ? <RowsInSight {...props} scroller={props.scroller} /> : <AllRows {...props} />;
}

function AllRows<Row>(props: TableRowsProps<Row>) {
  return (
    <Table.Tbody onKeyDown={moveBetweenRows}>
      {props.rows.map((row, index) => (
        <TableRow key={props.rowKey(row)} {...props} row={row} index={index} />
      ))}
    </Table.Tbody>
  );
}

function RowsInSight<Row>(props: TableRowsProps<Row> & { scroller: RefObject<HTMLDivElement | null> }) {
  const { rows, scroller, columns } = props;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 35,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <Table.Tbody onKeyDown={moveBetweenRows}>
      <Spacer height={before} columns={columns.length} />
      {items.map(({ index }) => {
        const row = rows[index];
        return row === undefined ? null : <TableRow key={props.rowKey(row)} {...props} row={row} index={index} />;
      })}
      <Spacer height={after} columns={columns.length} />
    </Table.Tbody>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}

function TableRow<Row>({ row, index, columns, rowHref }: TableRowsProps<Row> & { row: Row; index: number }) {
  const go = useGo();
  const href = rowHref?.(row);
  const lead = columns.findIndex((column) => !column.control);
  return (
    <Table.Tr
      tabIndex={index === 0 ? 0 : -1}
      data-row
      className={href === undefined ? undefined : classes.link}
      onClick={href === undefined ? undefined : (event) => opensRow(event) && go(href)}
      onKeyDown={
        href === undefined
          ? undefined
          : (event) => event.key === 'Enter' && event.target === event.currentTarget && go(href)
      }
    >
      {columns.map((column, position) => (
        <Table.Td
          key={column.id}
          ta={column.align ?? 'left'}
          visibleFrom={column.visibleFrom}
          className={column.align === 'right' ? 'numeric' : undefined}
        >
          <Cell row={row} column={column} href={position === lead ? href : undefined} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Cell<Row>({ row, column, href }: { row: Row; column: Column<Row>; href: string | undefined }) {
  const content = column.cell(row);
  if (href === undefined) return content;
  return (
    <TextLink href={href} tabIndex={-1} className={classes.lead}>
      {content}
    </TextLink>
  );
}

/** A click on a button, link or field in the row, or the end of marking text, does not open the row. */
function opensRow(event: MouseEvent): boolean {
  const inner = event.target instanceof Element && event.target.closest('a,button,input,label,[role=checkbox]');
  return !inner && (window.getSelection()?.toString() ?? '') === '';
}

const steps: Record<string, (rows: HTMLElement[], at: number) => HTMLElement | undefined> = {
  ArrowDown: (rows, at) => rows[at + 1],
  ArrowUp: (rows, at) => rows[at - 1],
  Home: (rows) => rows[0],
  End: (rows) => rows.at(-1),
};

function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const current = event.target instanceof HTMLElement ? event.target : null;
  if (!step || !current?.hasAttribute('data-row')) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const next = step(rows, rows.indexOf(current));
  if (!next) return;
  event.preventDefault();
  next.focus();
}
