import { describe, expect, it } from 'vitest';
import { asGroup, childPath, editable, fromGroup, isComplete, withOperator, type Rule } from './rules';

const city: Rule = { kind: 'field', field: 'CITY', check: { operator: 'IS', values: ['Lviv'] } };

describe('the tree that the editor edits', () => {
  it('has a group at its root, and in each "not"', () => {
    expect(editable(city)).toEqual({ kind: 'all', rules: [city] });
    expect(editable({ kind: 'not', rule: city })).toEqual({ kind: 'not', rule: { kind: 'any', rules: [city] } });
  });

  it('knows where the server counts the conditions of "none of"', () => {
    const none = asGroup({ kind: 'not', rule: { kind: 'any', rules: [city, city] } });

    expect(none.mode).toBe('none');
    expect(childPath('1', none.below, 1)).toBe('1.0.1');
    expect(childPath('', '', 0)).toBe('0');
    expect(fromGroup(none)).toEqual({ kind: 'not', rule: { kind: 'any', rules: [city, city] } });
  });

  it('is complete when every test has its values and no group is empty', () => {
    expect(isComplete({ kind: 'all', rules: [city] })).toBe(true);
    expect(isComplete({ kind: 'all', rules: [] })).toBe(false);
    expect(isComplete({ kind: 'all', rules: [city, { kind: 'any', rules: [] }] })).toBe(false);
    expect(isComplete({ kind: 'field', field: 'AGE', check: { operator: 'BETWEEN', values: ['18'] } })).toBe(false);
  });

  it('keeps the values that another operator still needs', () => {
    const between = { operator: 'BETWEEN' as const, values: ['1', '5'] };

    expect(withOperator(between, 'AT_LEAST').values).toEqual(['1']);
    expect(withOperator(between, 'LAST_DAYS').values).toEqual([]);
    expect(withOperator(between, 'KNOWN').values).toEqual([]);
  });
});
