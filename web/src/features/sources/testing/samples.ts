import { type Import, type ImportFile } from '../imports';
import { type FilePreview } from '../upload-file';

export const preview: FilePreview = {
  fileId: '019a0000-0000-7000-8000-0000000000f1',
  name: 'orders.csv',
  bytes: 120_000,
  rows: 6919,
  form: { encoding: 'UTF-8', delimiter: ',', headerLine: 1, sheet: null },
  sheets: [],
  header: ['client', 'day', 'sum', 'cur', 'remark'],
  first: [
    ['1', '1997-01-01', '29.33', 'EUR', 'gift'],
    ['2', '1997-01-02', '12.00', 'USD', ''],
  ],
  remembered: null,
  suggestedKind: 'orders',
  suggestedDateOrder: null,
  suggestedDecimalMark: 'point',
  doubts: [],
  kinds: [
    {
      kind: 'customers',
      fields: ['externalId', 'email', 'attribute'],
      suggestedMapping: [
        { column: 0, field: 'externalId', attribute: null },
        { column: 4, field: 'attribute', attribute: { key: 'remark', type: 'TEXT', label: null } },
      ],
    },
    {
      kind: 'orders',
      fields: ['externalId', 'placedAt', 'total', 'currency'],
      suggestedMapping: [
        { column: 0, field: 'externalId', attribute: null },
        { column: 1, field: 'placedAt', attribute: null },
        { column: 2, field: 'total', attribute: null },
      ],
    },
    { kind: 'products', fields: ['productId'], suggestedMapping: [] },
  ],
};

export const customersPreview: FilePreview = {
  ...preview,
  fileId: '019a0000-0000-7000-8000-0000000000f2',
  name: 'customers.csv',
  rows: 2357,
  header: ['client', 'mail'],
  first: [['1', 'a@example.com']],
  suggestedKind: 'customers',
  kinds: [
    {
      kind: 'customers',
      fields: ['externalId', 'email', 'attribute'],
      suggestedMapping: [
        { column: 0, field: 'externalId', attribute: null },
        { column: 1, field: 'email', attribute: null },
      ],
    },
  ],
};

export const finishedFile: ImportFile = {
  id: '019a0000-0000-7000-8000-000000000013',
  state: 'done',
  kind: 'orders',
  source: 'Web shop',
  fileName: 'orders.csv',
  bytes: 120_000,
  bytesRead: 120_000,
  startedAt: '2026-08-02T09:00:00Z',
  finishedAt: '2026-08-02T09:00:02Z',
  counts: {
    rows: 6919,
    created: 6917,
    updated: 0,
    unchanged: 0,
    rejected: 2,
    customers: 2357,
    newCustomers: 2357,
    orders: 6917,
    cellsLeftOut: 0,
  },
  doubts: [],
  money: [{ minor: 24_221_400, currency: 'USD' }],
  problems: [
    {
      line: 17,
      column: 'day',
      value: '1997-02-30',
      code: 'DATE_INVALID',
      detail: 'not a date',
      params: { value: '1997-02-30' },
      rowTaken: false,
    },
  ],
};

export const finished: Import = {
  id: '019a0000-0000-7000-8000-000000000011',
  jobId: '019a0000-0000-7000-8000-000000000012',
  state: 'done',
  dryRun: false,
  createdAt: '2026-08-02T09:00:00Z',
  finishedAt: '2026-08-02T09:00:02Z',
  files: [finishedFile],
  failure: null,
  undoJobId: null,
  undo: null,
};
