import { describe, expect, it } from 'vitest';
import { freeKey, moved, targetsOf, without } from './draft';
import { type FormField, type OwnField } from './forms';

const field = (key: string, after?: string): FormField => ({
  key,
  kind: 'text',
  target: null,
  label: {},
  hint: {},
  required: false,
  progressive: false,
  options: [],
  showWhen: after ? { field: after, values: [] } : null,
});

const fields = [field('a'), field('b', 'a'), field('c')];

describe('the fields of a form', () => {
  it('move to where they are dropped', () => {
    expect(moved(fields, 0, 3).map(({ key }) => key)).toEqual(['b', 'c', 'a']);
    expect(moved(fields, 2, 0).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
    expect(moved(fields, 1, 2).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  it('lose a condition on a field that comes later or is gone', () => {
    expect(moved(fields, 0, 3)[0]?.showWhen).toBeNull();
    expect(moved(fields, 2, 0)[2]?.showWhen).toEqual({ field: 'a', values: [] });
    expect(without(fields, 'a').map(({ showWhen }) => showWhen)).toEqual([null, null]);
  });

  it('get keys that no other has', () => {
    expect(freeKey('Long Text', [])).toBe('long_text');
    expect(freeKey('a', ['a', 'a_2'])).toBe('a_3');
    expect(freeKey('Имя', [])).toBe('field');
  });

  it('go to places of their own kind', () => {
    const own = [{ key: 'size', type: 'NUMBER' }, { key: 'note', type: 'TEXT' }] as OwnField[];
    expect(targetsOf('number', own).map(({ value }) => value)).toEqual(['attribute.size']);
    expect(targetsOf('long_text', own).map(({ value }) => value)).toEqual(['attribute.note']);
    expect(targetsOf('note', own)).toEqual([]);
  });
});
