import { describe, expect, it } from 'vitest';
import { parseSearch, writeSearch } from './url';

describe('the search part of an address', () => {
  it('is written and read back unchanged, numbers and odd signs as text', () => {
    const search = { text: '5', name: 'Ганна & Co', cell: 'a=b' };

    expect(parseSearch(writeSearch(search))).toEqual(search);
  });

  it('leaves out what is empty', () => {
    expect(writeSearch({ text: '', cursor: undefined, page: '2' })).toBe('?page=2');
    expect(writeSearch({ text: '' })).toBe('');
  });
});
