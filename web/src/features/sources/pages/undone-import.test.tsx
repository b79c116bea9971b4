import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { finished } from '../testing/samples';
import { ImportListPage } from './import-list';

const server = fakeServer();
beforeEach(() => server.answer('get', '/api/v1/session', () => refuse(401, { code: 'NOT_SIGNED_IN' })));

describe('an import that was undone', () => {
  it('is told as such and by whom, and what it brought no more', async () => {
    const undo = {
      jobId: finished.jobId,
      dryRun: false,
      undoneAt: '2026-08-03T09:00:00Z',
      by: 'Olha Koval',
      customersRemoved: 2357,
      customersChanged: 0,
      ordersRemoved: 6917,
      ordersChanged: 0,
      ordersKept: 0,
      consentsTakenBack: 0,
      linesTakenBack: 0,
      paymentsTakenBack: 0,
      products: { removed: 0, changed: 0, kept: 0 },
      stops: { lifted: 0, kept: 0 },
      customers: [],
      orders: [],
    };
    server.answer('get', '/api/v1/imports', { items: [{ ...finished, undo }], next: null });
    const { container } = await renderScreen(ImportListPage);

    expect(await screen.findByText('Undone')).toBeTruthy();
    expect(screen.getByText('by Olha Koval')).toBeTruthy();
    expect(screen.queryByText('Imported')).toBeNull();
    expect(screen.queryByText('6,917')).toBeNull();
    expect(container.querySelector('time[datetime="2026-08-03T09:00:00Z"]')).toBeTruthy();
  });
});
