import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { type Import } from '../imports';
import { customersPreview, finished, finishedFile, preview } from '../testing/samples';
import { type FilePreview } from '../upload-file';
import { ImportListPage } from './import-list';
import { ImportPage } from './import';
import { NewImportPage } from './new-import';

const server = fakeServer();
beforeEach(() => server.answer('get', '/api/v1/session', () => refuse(401, { code: 'NOT_SIGNED_IN' })));

const uploads: FilePreview[] = [preview, customersPreview];

/** Takes the place of the browser's upload and answers at once. */
class QuickUpload extends EventTarget {
  upload = new EventTarget();
  status = 200;
  responseText = '';
  open() {}
  setRequestHeader() {}
  abort() {}
  send({ name }: File) {
    this.responseText = JSON.stringify(uploads.find((one) => one.name === name));
    queueMicrotask(() => this.dispatchEvent(new Event('load')));
  }
}

async function choose(...names: string[]) {
  server.answer('get', '/api/v1/imports', { items: [], next: null });
  const { container, router } = await renderScreen(NewImportPage, { path: '/imports/new' });
  await screen.findByRole('button', { name: 'Choose files' });
  const input = container.querySelector('input[type=file]') as HTMLInputElement;
  await userEvent.upload(
    input,
    names.map((name) => new File(['client,day,sum'], name, { type: 'text/csv' })),
  );
  await screen.findByText(/about 6,919 rows/);
  return router;
}

describe('the list of imports', () => {
  it('teaches two ways to start when there is none', async () => {
    server.answer('get', '/api/v1/imports', { items: [], next: null });
    await renderScreen(ImportListPage);

    expect((await screen.findByRole('link', { name: 'Import orders' })).getAttribute('href')).toBe('/imports/new?kind=orders');
    expect(screen.getByRole('link', { name: 'Import customers' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Order lines' }).getAttribute('download')).toBe('lines.csv');
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
    expect(link.getAttribute('href')).toBe(`/api/v1/imports/${finished.id}/files/${finishedFile.id}/errors.csv?language=uk`);
  });

  it('says what is kept when it was stopped', async () => {
    server.answer('get', '/api/v1/imports/{id}', {
      ...finished,
      state: 'cancelled',
      files: [{ ...finishedFile, problems: [] }],
    });
    await renderScreen(ImportPage, at);

    expect(await screen.findByText(/What was imported until then is kept/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'See the customers' })).toBeNull();
  });
});

describe('the undoing of an import', () => {
  const stops = { ...finishedFile, kind: 'suppressions' as const, problems: [], money: [] };

  it('counts first, of the kinds that the import has, and says when it loosens a stop list', async () => {
    server.answer('get', '/api/v1/imports/{id}', {
      ...finished,
      files: [stops],
      undo: {
        jobId: finished.jobId,
        dryRun: true,
        undoneAt: null,
        customersRemoved: 0,
        customersChanged: 0,
        ordersRemoved: 0,
        ordersChanged: 0,
        ordersKept: 0,
        consentsTakenBack: 0,
        linesTakenBack: 0,
        paymentsTakenBack: 0,
        products: { removed: 0, changed: 0, kept: 0 },
        stops: { lifted: 288, kept: 12 },
        customers: [],
        orders: [],
      },
    });
    server.answer('post', '/api/v1/imports/{id}/undo', { importId: finished.id, jobId: finished.jobId });
    await renderScreen(ImportPage, { path: '/imports/$id', at: `/imports/${finished.id}` });

    expect(await screen.findByText(/288 addresses are no longer stopped/)).toBeTruthy();
    expect(screen.getByText('Addresses that stay stopped')).toBeTruthy();
    expect(screen.queryByText('Orders removed')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Undo the import' }));

    const asked = server.asked.find(({ method }) => method === 'POST');
    expect(asked?.path).toContain(`/imports/${finished.id}/undo`);
  });
});

describe('an import of several files', () => {
  const at = { path: '/imports/$id', at: `/imports/${finished.id}` };
  const customers = { ...finishedFile, id: 'c', kind: 'customers' as const, fileName: 'customers.csv', problems: [], money: [] };
  const running: Import = {
    ...finished,
    state: 'running',
    files: [customers, { ...finishedFile, state: 'running', bytesRead: 30_000, finishedAt: null }],
  };

  it('tells how far each file has come', async () => {
    server.answer('get', '/api/v1/imports/{id}', running);
    server.answer('get', '/api/v1/jobs/{id}', {
      id: finished.jobId,
      kind: 'sources.import',
      state: 'running',
      done: 150_000,
      total: 240_000,
      createdAt: finished.createdAt,
      ratePerSecond: 10_000,
    });
    await renderScreen(ImportPage, at);

    const row = (await screen.findByText('orders.csv', { selector: 'td *' })).closest('tr') as HTMLElement;
    expect(within(row).getByText('25%')).toBeTruthy();
    const first = screen.getByText('customers.csv', { selector: 'td *' }).closest('tr') as HTMLElement;
    expect(within(first).getByText('Imported')).toBeTruthy();
  });

  it('says at which file it stopped', async () => {
    server.answer('get', '/api/v1/imports/{id}', {
      ...running,
      state: 'failed',
      failure: { code: 'FILE_GONE', detail: 'gone', params: {} },
      files: [customers, { ...finishedFile, state: 'failed' }],
    });
    await renderScreen(ImportPage, at);

    expect(await screen.findByText(/It stopped at orders.csv/)).toBeTruthy();
  });
});

describe('a new import', { timeout: 30_000 }, () => {
  beforeEach(() => vi.stubGlobal('XMLHttpRequest', QuickUpload));
  afterEach(() => vi.unstubAllGlobals());

  it('suggests the fields and tries without writing', async () => {
    server.answer('post', '/api/v1/imports', { importId: finished.id, jobId: finished.jobId });
    server.answer('get', '/api/v1/imports/{id}', { ...finished, dryRun: true });
    await choose('orders.csv');

    const day = screen.getByLabelText('Field of the column “day”') as HTMLSelectElement;
    expect(day.value).toBe('placedAt');
    await userEvent.type(screen.getByPlaceholderText('Online shop'), 'Web shop');
    await userEvent.click(screen.getByRole('button', { name: 'Try without writing' }));

    const trial = await screen.findByRole('region', { name: 'The result of the trial' });
    expect(within(trial).getByText('2,357')).toBeTruthy();
    expect(server.asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
      dryRun: true,
      files: [{ source: 'Web shop', kind: 'orders' }],
    });
  });

  it('names a missing field and waits for it', async () => {
    await choose('orders.csv');

    await userEvent.selectOptions(screen.getByLabelText('Field of the column “day”'), 'Leave out');

    expect(screen.getByText('Missing: the date of the order')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', true);
  });

  it('goes to the import once it is started', async () => {
    server.answer('post', '/api/v1/imports', { importId: finished.id, jobId: finished.jobId });
    const router = await choose('orders.csv');

    await userEvent.type(screen.getByPlaceholderText('Online shop'), 'Web shop');
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));

    await vi.waitFor(() => expect(router.history.location.pathname).toBe(`/imports/${finished.id}`));
  });

  it('puts several files in the order of work and shows how they hang together', async () => {
    server.answer('post', '/api/v1/imports/joins', [
      { from: 0, kind: 'customers', column: 'client', to: [1], looked: 1000, found: 998 },
    ]);
    server.answer('post', '/api/v1/imports', { importId: finished.id, jobId: finished.jobId });
    const router = await choose('orders.csv', 'customers.csv');

    const rows = screen.getAllByRole('button', { name: /csv.*about/ });
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('customers.csv'),
      expect.stringContaining('orders.csv'),
    ]);
    expect(await screen.findByText('orders.csv: client finds the customer in customers.csv.')).toBeTruthy();
    expect(screen.getByText('998 of 1,000 values are found.')).toBeTruthy();
    await userEvent.type(screen.getByPlaceholderText('Online shop'), 'Web shop');
    await userEvent.click(rows[0] as HTMLElement);
    expect(screen.getByRole('region', { name: 'customers.csv' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));

    await vi.waitFor(() => expect(router.history.location.pathname).toBe(`/imports/${finished.id}`));
    const started = server.asked.find(({ method, path }) => method === 'POST' && path === '/api/v1/imports');
    expect(started?.body).toMatchObject({ dryRun: false, files: [{ kind: 'orders' }, { kind: 'customers' }] });
  });
});
