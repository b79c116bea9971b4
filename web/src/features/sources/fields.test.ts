import { describe, expect, it } from 'vitest';
import { assign, attributeKey, keyFaults, needsOf, withAttribute, type ColumnMapping } from './fields';

const header = ['Mail', 'Other mail', 'Shoe size', 'Размер'];
const mail: ColumnMapping = { column: 0, field: 'email', attribute: null };

describe('the mapping of columns', () => {
  it('moves a field from the column that had it', () => {
    expect(assign([mail], 1, 'email', header)).toEqual([{ column: 1, field: 'email', attribute: null }]);
  });

  it('leaves a column out', () => {
    expect(assign([mail], 0, '', header)).toEqual([]);
  });

  it('makes any number of attributes, each with a key of its own', () => {
    const one = assign([mail], 2, 'attribute', header);
    const two = assign(one, 3, 'attribute', header);

    expect(two.map(({ attribute }) => attribute?.key)).toEqual([undefined, 'shoe_size', 'column_4']);
    expect(keyFaults(two).size).toBe(0);
  });

  it('gives a second column of the same name another key', () => {
    const twins = assign(assign([], 0, 'attribute', ['Size', 'Size']), 1, 'attribute', ['Size', 'Size']);

    expect(twins.map(({ attribute }) => attribute?.key)).toEqual(['size', 'size_2']);
  });

  it('makes keys of small Latin letters', () => {
    expect(attributeKey('2. Café crème!', 0)).toBe('cafe_creme');
  });

  it('tells which keys cannot stay', () => {
    const mapping = assign(assign([], 0, 'attribute', header), 2, 'attribute', header);
    const attribute = { key: 'mail', type: 'TEXT', label: null } as const;

    expect([...keyFaults(withAttribute(mapping, 2, attribute))]).toEqual([[2, 'twice']]);
    expect([...keyFaults(withAttribute(mapping, 2, { ...attribute, key: 'Shoe size' }))]).toEqual([[2, 'form']]);
  });

  it('names what is still needed', () => {
    const met = needsOf('orders', [mail]).map((need) => [need.id, need.met]);

    expect(met).toEqual([
      ['buyer', true],
      ['placedAt', false],
      ['sum', false],
    ]);
    expect(needsOf('customers', [mail]).every((need) => need.met)).toBe(true);
  });
});
