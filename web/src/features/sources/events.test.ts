import { expect, test } from 'vitest';
import { byReason, bySource } from './events';

const figures = [
  { source: 'shop', outcome: 'stored', count: 7 },
  { source: 'shop', outcome: 'duplicate', count: 2 },
  { source: 'shop', outcome: 'EVENT_NOT_JSON', count: 1 },
  { source: 'browser:shop', outcome: 'EVENT_NOT_JSON', count: 3 },
  { source: 'browser:shop', outcome: 'EVENT_TOO_LARGE', count: 1 },
];

test('tells a source in one row, whatever the reasons of its refusals', () => {
  expect(bySource(figures)).toEqual([
    { source: 'shop', stored: 7, duplicate: 2, refused: 1 },
    { source: 'browser:shop', stored: 0, duplicate: 0, refused: 4 },
  ]);
});

test('puts the most frequent reason first', () => {
  expect(byReason(figures)).toEqual([
    { reason: 'EVENT_NOT_JSON', count: 4 },
    { reason: 'EVENT_TOO_LARGE', count: 1 },
  ]);
});
