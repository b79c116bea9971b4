import { expect, it } from 'vitest';
import { randomId } from './random-id';

it('is a version 4 UUID, another one each time', () => {
  const ids = Array.from({ length: 50 }, randomId);

  expect(new Set(ids).size).toBe(50);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
