import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { type Mirror } from '../mirror';
import { MirrorPage } from './mirror';

const server = fakeServer();
const jobId = '019a0000-0000-7000-8000-000000000001';
const mirror: Mirror = {
  state: 'following',
  readable: true,
  lagMs: 420,
  tables: [
    { table: 'customers.customer', rows: 3000 },
    { table: 'sales.lead', rows: 7 },
  ],
  fileBytes: 12_000_000,
  rebuiltAt: '2026-08-02T09:00:00Z',
  rebuiltBecause: 'damaged',
  failure: null,
  progress: null,
  watermark: null,
};

function serve(status: Mirror) {
  server.answer('get', '/api/v1/mirror', status);
  server.answer('get', '/api/v1/session', () => refuse(401, { code: 'NOT_SIGNED_IN' }));
}

function serveJob(result: Record<string, unknown>) {
  server.answer('post', '/api/v1/mirror/verify', { jobId });
  server.answer('get', '/api/v1/jobs/{id}', {
    id: jobId,
    kind: 'mirror.verify',
    state: 'done',
    done: 3007,
    total: 3007,
    ratePerSecond: null,
    createdAt: '2026-08-02T09:00:00Z',
    startedAt: null,
    finishedAt: null,
    problem: null,
    result,
  });
}

describe('the data mirror', () => {
  it('tells how far behind it is, why it was read anew and what it holds', async () => {
    serve(mirror);
    await renderScreen(MirrorPage);

    expect(await screen.findByText('Up to date')).toBeTruthy();
    expect(screen.getByText('420ms')).toBeTruthy();
    expect(screen.getByText('The file was damaged')).toBeTruthy();
    expect(screen.getByText('Customers')).toBeTruthy();
    expect(screen.getAllByText('sales.lead')).toHaveLength(2);
  });

  it('names the damaged cell that a comparison found', async () => {
    const user = userEvent.setup();
    serve(mirror);
    serveJob({
      equal: false,
      tables: [],
      damages: [
        { table: 'customers.customer', key: 12345, damage: 'different', column: 'city', postgres: 'Lviv', mirror: 'Lyon' },
      ],
      more: false,
    });
    await renderScreen(MirrorPage);

    await user.click(await screen.findByRole('button', { name: 'Compare with the database' }));

    expect(await screen.findByText('Lyon')).toBeTruthy();
    expect(screen.getByText('city')).toBeTruthy();
    expect(screen.getByText('12345')).toBeTruthy();
  });

  it('reads anew only after the question was answered', async () => {
    const user = userEvent.setup();
    serve(mirror);
    server.answer('post', '/api/v1/mirror/rebuild', { jobId });
    await renderScreen(MirrorPage);

    await user.click(await screen.findByRole('button', { name: 'Read anew' }));
    expect(server.asked.some(({ method }) => method === 'POST')).toBe(false);
    await user.click((await screen.findAllByRole('button', { name: 'Read anew' })).at(-1) as HTMLElement);

    expect(server.asked.find(({ method }) => method === 'POST')?.path).toBe('/api/v1/mirror/rebuild');
  });
});
