import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { fakeServer } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { signedIn } from '@/shared/testing/signed-in';
import { EventsPage } from './events';
import { InstallTrackerPage } from './install-tracker';
import { StoredEventsPage } from './stored-events';

const server = fakeServer();
beforeEach(() => server.answer('get', '/api/v1/session', signedIn('imports.run', 'settings.manage', 'keys.manage', 'customers.read')));

const hostile = '<img src=x onerror=alert(1)>=1+1';
const at = '2026-11-22T10:00:00Z';

it('shows a hostile name as the text it is', async () => {
  server.answer('get', '/api/v1/events/intake', { since: at, figures: [{ source: `browser:${hostile}`, outcome: 'stored', count: 1 }] });
  server.answer('get', '/api/v1/events/recent', { items: [{ id: '1', type: hostile, source: hostile, receivedAt: at, occurredAt: at }] });
  const { container } = await renderScreen(EventsPage, { path: '/events' });

  await waitFor(() => expect(screen.getAllByText(hostile)).toHaveLength(3));
  expect(container.querySelector('img')).toBeNull();
});

it('makes a key and the line with it, and says when the first event came in', async () => {
  let count = 0;
  server.answer('get', '/api/v1/events/intake', () => ({ status: 200, body: { since: at, figures: count ? [{ source: 'browser:blog', outcome: 'stored', count }] : [] } }));
  server.answer('get', '/api/v1/events/tracker', { address: 'https://crm.example/regulars.js', pinned: 'https://crm.example/regulars.js?v=1', integrity: 'sha384-abc', bytes: 4500 });
  server.answer('post', '/api/v1/api-keys', { id: '1', name: 'Blog', key: 'rk_page' });
  const { queries } = await renderScreen(InstallTrackerPage, { path: '/events/install' });
  await userEvent.type(await screen.findByLabelText('Name of the source'), 'Blog');
  await userEvent.type(screen.getByLabelText('Sites'), 'https://blog.example');
  await userEvent.click(screen.getByRole('button', { name: 'Make the key' }));

  const line = await screen.findByRole('region', { name: 'The line for the pages' });
  expect(await screen.findByText('Waiting for the first event of “Blog”…')).toBeTruthy();
  expect(line.textContent).toBe('<script src="https://crm.example/regulars.js" data-key="rk_page" data-consent="required" defer></script>');
  await userEvent.click(screen.getByRole('switch', { name: /Exactly this version/ }));
  expect(line.textContent).toContain('integrity="sha384-abc" crossorigin="anonymous"');
  count = 3;
  await queries.refetchQueries();
  expect(await screen.findByText('3 events in seven days')).toBeTruthy();
});

it('deletes only what is narrowed, up to the event that was looked at', async () => {
  const found = { events: 2, people: 1, first: at, last: at, upTo: 77, types: [{ type: 'Clicked', count: 2 }], sources: ['shop'] };
  server.answer('get', '/api/v1/events/stored', found);
  server.answer('get', '/api/v1/events/retention', { items: [] });
  server.answer('get', '/api/v1/events/retention/due', { events: 0 });
  server.answer('get', '/api/v1/customers', { items: [], next: null });
  await renderScreen(StoredEventsPage, { path: '/events/stored' });
  await screen.findByText('2 events');
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  server.answer('post', '/api/v1/events/stored/delete', ({ body }) => {
    expect(body).toMatchObject({ source: 'shop', upTo: 77 });
    return { status: 202, body: { jobId: 'j' } };
  });
  server.answer('get', '/api/v1/jobs/{id}', { id: 'j', kind: 'x', state: 'done', done: 2, total: 2, createdAt: at });
  await userEvent.click(screen.getByRole('combobox', { name: 'Source' }));
  await userEvent.click(await screen.findByRole('option', { name: 'shop' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  await userEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: 'Delete' }));

  expect(await screen.findByText('Deleting events')).toBeTruthy();
});
