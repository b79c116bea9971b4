import { describe, expect, it } from 'vitest';
import { formatter } from '@/shared/lib/format';
import { linesOf } from './differences';
import { type Person } from './duplicates';

const format = formatter('en-US', 'UTC');

function person(said: Partial<Person>): Person {
  return { id: '1', name: '', createdAt: '2026-01-01T00:00:00Z', attributes: {}, ...said };
}

describe('linesOf', () => {
  it('marks what is the same, what differs, and what only one has', () => {
    const lines = linesOf(
      person({ name: 'Olena Petrenko', email: 'olena@example.com', city: 'Kyiv', attributes: { tea: 'green' } }),
      person({ name: 'olena petrenko', email: 'o.petrenko@example.com', attributes: {} }),
      format,
      (code) => code,
    );

    expect(lines.map(({ field, mark }) => [field, mark])).toEqual([
      ['name', 'same'],
      ['email', 'different'],
      ['city', 'alone'],
      ['attribute.tea', 'alone'],
    ]);
  });
});
