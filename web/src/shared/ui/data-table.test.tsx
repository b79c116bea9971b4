import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/shared/api/problem';
import { renderScreen } from '@/shared/testing/render-screen';
import { DataTable, type Column, type DataTableProps } from './data-table';

type Person = { id: string; name: string; spent: number };

const people: Person[] = [
  { id: '1', name: 'Ann', spent: 10 },
  { id: '2', name: 'Bob', spent: 20 },
  { id: '3', name: 'Cyd', spent: 30 },
];
const columns: Column<Person>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name, sortable: true },
  { id: 'spent', header: 'Spent', cell: ({ spent }) => spent, align: 'right' },
];

function show(props: Partial<DataTableProps<Person>>) {
  return renderScreen(() => (
    <DataTable label="People" columns={columns} rows={people} rowKey={({ id }) => id} empty="Nobody yet" {...props} />
  ));
}

describe('a table', () => {
  it('moves between rows by arrows and opens one by Enter', async () => {
    const user = userEvent.setup();
    const { router } = await show({ rowHref: ({ id }) => `/people/${id}` });
    const rows = within(await screen.findByRole('table', { name: 'People' })).getAllByRole('row');

    rows[1]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(rows[2]);
    await user.keyboard('{Enter}');

    expect(router.history.location.pathname).toBe('/people/2');
  });

  it('opens a row by a click and leads its first cell as a link', async () => {
    const user = userEvent.setup();
    const { router } = await show({ rowHref: ({ id }) => `/people/${id}` });

    expect((await screen.findByRole('link', { name: 'Bob' })).getAttribute('href')).toBe('/people/2');
    await user.click(screen.getByText('30'));

    expect(router.history.location.pathname).toBe('/people/3');
  });

  it('asks for the next page', async () => {
    const load = vi.fn();
    await show({ more: { has: true, loading: false, load } });

    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));

    expect(load).toHaveBeenCalledOnce();
  });

  it('sorts by a column, then the other way round', async () => {
    const onSort = vi.fn();
    await show({ sort: { column: 'name', descending: false }, onSort });

    await userEvent.click(await screen.findByRole('button', { name: 'Name' }));

    expect(onSort).toHaveBeenCalledWith({ column: 'name', descending: true });
    expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('teaches when it is empty', async () => {
    await show({ rows: [] });

    expect(await screen.findByText('Nobody yet')).toBeTruthy();
  });

  it('says what went wrong in the words of the reader, or else in those of the server', async () => {
    await show({ rows: undefined, error: new ProblemError(0, { code: 'SERVER_UNREACHABLE' }) });
    expect(await screen.findByText('The server does not answer')).toBeTruthy();

    await show({ rows: undefined, error: new ProblemError(400, { code: 'NEW_CODE', detail: 'The moon is full.' }) });
    expect(await screen.findByText('The moon is full.')).toBeTruthy();
  });
});
