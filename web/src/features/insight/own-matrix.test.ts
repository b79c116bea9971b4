import { expect, test } from 'vitest';
import { bandsOf, readSide, usualSides, written } from './own-matrix';

test('bands of a side leave no gap and overlap nowhere', () => {
  const checks = bandsOf({ measure: 'COUNT', days: 90, tops: [0, 1, 4] }).map(({ rule }) => rule.kind === 'orders' && rule.check);

  expect(checks).toEqual([
    { operator: 'AT_MOST', values: ['0'] },
    { operator: 'BETWEEN', values: ['1', '1'] },
    { operator: 'BETWEEN', values: ['2', '4'] },
    { operator: 'AT_LEAST', values: ['5'] },
  ]);
});

test('a side is kept in the address, and what nobody wrote there is not believed', () => {
  const { rows, columns } = usualSides;

  expect(readSide(written(columns), rows)).toEqual(columns);
  expect(readSide('WEATHER~1~2', rows)).toBe(rows);
  expect(readSide('COUNT~90~5-1', rows)).toBe(rows);
});
