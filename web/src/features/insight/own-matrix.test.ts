import { expect, test } from 'vitest';
import { readBorders, readSide, sideOf, usualSides, written } from './own-matrix';

test('a side is kept in the address, and what nobody wrote there is not believed', () => {
  const { rows, columns } = usualSides;

  expect(readSide(written(columns), rows)).toEqual(columns);
  expect(readSide('WEATHER~1~2', rows)).toBe(rows);
  expect(readSide('COUNT~90~5_1', rows)).toBe(rows);
  expect(readSide('page.viewed~all~0_4', rows)).toEqual({ measure: 'page.viewed', days: null, tops: [0, 4] });
  expect(readSide('COUNT~90~-5_1', rows)).toBe(rows);
});

test('a number of customers is asked of no period and may be below nothing', () => {
  const side = { measure: 'attribute.balance', days: null, tops: [-50, 0, 100] };

  expect(readSide(written(side), usualSides.rows)).toEqual(side);
  expect(readSide('attribute.balance~90~1', usualSides.rows).days).toBeNull();
  expect(sideOf('attribute.balance', 90).days).toBeNull();
});

test('borders are read as people write them, from low to high', () => {
  expect(readBorders('36; 40, 44')).toEqual([36, 40, 44]);
  expect(readBorders('-5 0')).toEqual([-5, 0]);
  expect(readBorders('40 36')).toBeNull();
  expect(readBorders('')).toBeNull();
  expect(readBorders('1.5')).toBeNull();
});
