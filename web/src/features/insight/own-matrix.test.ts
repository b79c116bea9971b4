import { expect, test } from 'vitest';
import { readSide, usualSides, written } from './own-matrix';

test('a side is kept in the address, and what nobody wrote there is not believed', () => {
  const { rows, columns } = usualSides;

  expect(readSide(written(columns), rows)).toEqual(columns);
  expect(readSide('WEATHER~1~2', rows)).toBe(rows);
  expect(readSide('COUNT~90~5-1', rows)).toBe(rows);
  expect(readSide('page.viewed~all~0-4', rows)).toEqual({ measure: 'page.viewed', days: null, tops: [0, 4] });
});
