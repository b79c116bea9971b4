import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { finished, preview } from '../testing/samples';
import { ImportListPage } from './import-list';
import { ImportPage } from './import';
import { NewImportPage } from './new-import';

const server = fakeServer();
beforeEach(() => server.answer('get', '/api/v1/session', () => refuse(401, { code: 'NOT_SIGNED_IN' })));

/** Takes the place of the browser's upload and answers at once. */
class QuickUpload extends EventTarget {
  upload = new EventTarget();
  status = 200;
  responseText = JSON.stringify(preview);
  open() {}
  setRequestHeader() {}
  abort() {}
  send() {
    queueMicrotask(() => this.dispatchEvent(new Event('load')));
  }
}

async function chooseFile() {
  server.answer('get', '/api/v1/imports', { items: [], next: null });
  const { container, router } = await renderScreen(NewImportPage, { path: '/imports/new' });
  await screen.findByRole('button', { name: 'Choose a file' });
  const input = container.querySelector('input[type=file]') as HTMLInputElement;
  await userEvent.upload(input, new File(['client,day,sum'], 'orders.csv', { type: 'text/csv' }));
  await screen.findByText(/about 6,919 rows/);
  return router;
}

describe('the list of imports', () => {
  it('teaches two ways to start when there is none', async () => {
    server.answer('get', '/api/v1/imports', { items: [], next: null });
    await renderScreen(ImportListPage);

    expect((await screen.findByRole('link', { name: 'Import orders' })).getAttribute('href')).toBe('/imports/new?kind=orders');
    expect(screen.getByRole('link', { name: 'Import customers' })).toBeTruthy();
  });

  it('shows source, state, counts and money', async () => {
    server.answer('get', '/api/v1/imports', { items: [finished, { ...finished, id: 'x', dryRun: true }], next: null });
    await renderScreen(ImportListPage);

    expect(await screen.findByText('Imported')).toBeTruthy();
    expect(screen.getByText('Tried out')).toBeTruthy();
    expect(screen.getAllByText('$242,214.00')).toHaveLength(2);
  });
});

describe('an import', () => {
  const at = { path: '/imports/$id', at: `/imports/${finished.id}` };

  it('tells why rows were not taken in the language of the reader', async () => {
    server.answer('get', '/api/v1/imports/{id}', finished);
    await renderScreen(ImportPage, { ...at, language: 'uk' });

    expect(await screen.findByText(/«1997-02-30» — такої дати немає/)).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Завантажити помилки' });
    expect(link.getAttribute('href')).toBe(`/api/v1/imports/${finished.id}/errors.csv?language=uk`);
  });

  it('says what is kept when it was stopped', async () => {
    server.answer('get', '/api/v1/imports/{id}', { ...finished, state: 'cancelled', problems: [] });
    await renderScreen(ImportPage, at);

    expect(await screen.findByText(/What was imported until then is kept/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'See the customers' })).toBeNull();
  });
});

describe('a new import', { timeout: 30_000 }, () => {
  beforeEach(() => vi.stubGlobal('XMLHttpRequest', QuickUpload));
  afterEach(() => vi.unstubAllGlobals());

  it('suggests the fields and tries without writing', async () => {
    server.answer('post', '/api/v1/imports', { importId: finished.id, jobId: finished.jobId });
    server.answer('get', '/api/v1/imports/{id}', { ...finished, dryRun: true });
    await chooseFile();

    const day = screen.getByLabelText('Field of the column “day”') as HTMLSelectElement;
    expect(day.value).toBe('placedAt');
    await userEvent.type(screen.getByPlaceholderText('Online shop'), 'Web shop');
    await userEvent.click(screen.getByRole('button', { name: 'Try without writing' }));

    const trial = await screen.findByRole('region', { name: 'The result of the trial' });
    expect(within(trial).getByText('2,357')).toBeTruthy();
    expect(server.asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ dryRun: true, source: 'Web shop' });
  });

  it('names a missing field and waits for it', async () => {
    await chooseFile();

    await userEvent.selectOptions(screen.getByLabelText('Field of the column “day”'), 'Leave out');

    expect(screen.getByText('Missing: the date of the order')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', true);
  });

  it('goes to the import once it is started', async () => {
    server.answer('post', '/api/v1/imports', { importId: finished.id, jobId: finished.jobId });
    const router = await chooseFile();

    await userEvent.type(screen.getByPlaceholderText('Online shop'), 'Web shop');
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));

    await vi.waitFor(() => expect(router.history.location.pathname).toBe(`/imports/${finished.id}`));
  });
});
