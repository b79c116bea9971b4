import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fakeServer } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { signedIn } from '@/shared/testing/signed-in';
import { exportOf, questionOf, type SourceReport } from '../sources';
import { SourcesPage } from './sources';

const server = fakeServer();
const usd = (minor: number) => ({ minor, currency: 'USD' });
const report: SourceReport = {
  asOf: '2026-11-22T10:00:00Z',
  days: 365,
  total: { customers: 12, newcomers: 3, buyers: 5, orders: 6, revenue: usd(12_050) },
  rows: [
    { key: 'email', customers: 7, newcomers: 2, buyers: 4, orders: 5, revenue: usd(12_050) },
    { key: '<b>odd</b>', customers: 4, newcomers: 1, buyers: 1, orders: 1, revenue: usd(0) },
    { customers: 1, newcomers: 0, buyers: 0, orders: 0, revenue: usd(0) },
  ],
  left: 2,
};

it('names channels in words and what has no name of ours as it is', async () => {
  server.answer('get', '/api/v1/session', signedIn('insight.read'));
  server.answer('get', '/api/v1/insight/sources', report);
  const { router } = await renderScreen(SourcesPage, { path: '/sources' });

  expect(await screen.findByText('E-mail')).toBeTruthy();
  expect(screen.getByText('<b>odd</b>')).toBeTruthy();
  expect(screen.getByText('Not known')).toBeTruthy();
  expect(screen.getByText('2 more sources have less revenue.')).toBeTruthy();
  await userEvent.click(screen.getByText('Last visit'));
  await waitFor(() => expect(router.state.location.href).toBe('/sources?touch=LAST'));
});

it('takes home what is looked at', () => {
  const question = questionOf({ by: 'CAMPAIGN', touch: 'nonsense', period: 'ever' });

  expect(question).toEqual({ by: 'CAMPAIGN', touch: 'FIRST', period: 'ever' });
  expect(exportOf(question, 'xlsx')).toBe('/api/v1/insight/sources/export.xlsx?by=CAMPAIGN&touch=FIRST');
  expect(exportOf(questionOf({}), 'csv')).toBe('/api/v1/insight/sources/export.csv?by=CHANNEL&touch=FIRST&days=365');
});
