import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { type Band, type RfmGrid, type Rule } from '../grids';
import { RfmPage } from './rfm';

const server = fakeServer();
const segmentId = '019a0000-0000-7000-8000-000000000002';
const rule: Rule = { kind: 'all', rules: [] };
const scores = [1, 2, 3, 4, 5];
const band = (score: number, from: number, to: number | null): Band => ({ score, from, to, rule });

const grid: RfmGrid = {
  scheme: { id: null, method: 'AUTOMATIC', periodDays: null, asOf: '2026-11-20T10:00:00Z' },
  asOf: '2026-11-22T10:00:00Z',
  buyers: 120,
  withoutOrders: { customers: 7, rule },
  recency: [band(1, 200, null), band(2, 90, 199), band(3, 31, 89), band(4, 11, 30), band(5, 0, 10)],
  frequency: [band(1, 1, 1), band(2, 2, 2), band(3, 3, 4), band(4, 5, 9), band(5, 10, null)],
  monetary: scores.map((score) => band(score, score * 100, score * 100 + 99)),
  cells: scores.flatMap((recency) =>
    scores.map((frequency) => ({
      recency,
      frequency,
      customers: recency === 5 && frequency === 4 ? 96 : 1,
      revenue: { minor: 250_000, currency: 'USD' },
      monetary: [0, 0, 0, 0, 1],
      rule: recency === 1 && frequency === 5 ? null : rule,
    })),
  ),
};

function serve() {
  server.answer('get', '/api/v1/session', () => refuse(401, { code: 'NOT_SIGNED_IN' }));
  server.answer('get', '/api/v1/insight/rfm', grid);
  server.answer('get', '/api/v1/insight/trend', {
    grid: 'rfm',
    day: '2026-10-23',
    asOf: '2026-10-23T23:59:59Z',
    partlyToday: false,
    cells: [{ cell: '5-4', customers: 90 }],
  });
  server.answer('get', '/api/v1/insight/cell-plans', { items: [plan] });
}

const plan = {
  grid: 'rfm',
  cell: '5-5',
  plan: { title: 'Best friends', strategy: 'Ask for advice' },
  by: 'Ann',
  at: '2026-11-20T10:00:00Z',
};

describe('the RFM grid', () => {
  it('shows people and money in every cell and the borders in words', async () => {
    serve();
    await renderScreen(RfmPage, { path: '/rfm' });

    const table = await screen.findByRole('table', { name: 'RFM' });
    expect(within(table).getAllByRole('button')).toHaveLength(25);
    expect(within(table).getByRole('rowheader', { name: /R5.*0–10 days ago/ })).toBeTruthy();
    expect(within(table).getByRole('columnheader', { name: /F5.*10\+ orders/ })).toBeTruthy();
    expect(within(table).getByRole('button', { name: /^RFM 5-4: 96 customers, \$2,500/ })).toBeTruthy();
    expect(within(table).getByRole('button', { name: /^RFM 1-5/ })).toHaveProperty('disabled', true);
    expect(screen.getByText(/^Thresholds computed on Nov 20, 2026/)).toBeTruthy();
  });

  it('shows the buyers by itself as soon as there are any', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    serve();
    server.answer('get', '/api/v1/insight/rfm', { ...grid, buyers: 0, cells: [] });
    await renderScreen(RfmPage, { path: '/rfm' });
    expect(await screen.findByText('Nobody has bought yet')).toBeTruthy();

    server.answer('get', '/api/v1/insight/rfm', grid);
    await vi.advanceTimersByTimeAsync(4_000);

    expect(await screen.findByRole('table', { name: 'RFM' })).toBeTruthy();
    vi.useRealTimers();
  });

  it('says what is wanted of a cell, and lists it', async () => {
    const user = userEvent.setup();
    serve();
    server.answer('put', '/api/v1/insight/cell-plans/{grid}/{cell}', plan);
    await renderScreen(RfmPage, { path: '/rfm' });
    const list = await screen.findByRole('table', { name: 'Strategies' });

    await user.click(within(list).getByRole('button', { name: /^Best friends/ }));
    const dialog = await screen.findByRole('dialog', { name: 'RFM 5-5' });
    await user.type(await within(dialog).findByRole('textbox', { name: 'Goal' }), 'Two orders more');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));

    await expect.poll(() => server.asked.find(({ method }) => method === 'PUT')?.body).toEqual({ ...plan.plan, goal: 'Two orders more' });
  });

  it('makes a segment of a cell and leads to it', async () => {
    const user = userEvent.setup();
    serve();
    server.answer('post', '/api/v1/segments', () => ({ status: 200, body: { id: segmentId } }));
    const { router } = await renderScreen(RfmPage, { path: '/rfm' });

    await user.click(await screen.findByRole('button', { name: /^RFM 5-4/ }));
    const dialog = await screen.findByRole('dialog', { name: 'RFM 5-4' });
    expect(await within(dialog).findByText('6 more')).toBeTruthy();
    expect(within(dialog).getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'RFM 5-4');
    await user.click(within(dialog).getByRole('button', { name: 'Create' }));

    await expect.poll(() => router.history.location.pathname).toBe(`/segments/${segmentId}`);
    expect(server.asked.find(({ method }) => method === 'POST')?.body).toEqual({ name: 'RFM 5-4', rule });
  });
});
