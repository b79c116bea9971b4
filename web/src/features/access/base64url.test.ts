import { expect, test } from 'vitest';
import { bytesOf, textOf } from './base64url';

test('writes and reads any bytes, without padding and without what an address would escape', () => {
  const all = Uint8Array.from({ length: 256 }, (_, n) => n);

  expect(textOf(all.buffer)).not.toMatch(/[+/=]/);
  expect(bytesOf(textOf(all.buffer))).toEqual(all);
  expect(textOf(Uint8Array.from([251, 255]).buffer)).toBe('-_8');
});
