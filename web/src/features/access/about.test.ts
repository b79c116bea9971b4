import { expect, it } from 'vitest';
import { mirrorOf } from './about';

it('reads the mirror from the parts that rooms tell of themselves, or says there is none', () => {
  expect(mirrorOf({ mirror: { lagMs: 420, rows: 7, tables: 3 } })).toEqual({ lagMs: 420, rows: 7 });
  expect(mirrorOf({ mirror: { lagMs: -1, rows: 0 } })).toBeNull();
  expect(mirrorOf({ mirror: { lagMs: 'long', rows: 0 } })).toBeNull();
  expect(mirrorOf({})).toBeNull();
});
