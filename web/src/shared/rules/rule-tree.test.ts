import { describe, expect, it } from 'vitest';
import { isLeaf, asGroup, type Rule } from './rules';
import { duplicated, moved, partAt, pathOf, pathOfField, replaced, stepped, wrapped, type Place, type Step } from './rule-tree';

const leaf = (name: string): Rule => ({ kind: 'attribute', key: name, check: { operator: 'KNOWN', values: [] } });
const any = (...rules: Rule[]): Rule => ({ kind: 'any', rules });
const none = (...rules: Rule[]): Rule => ({ kind: 'not', rule: { kind: 'any', rules } });
const all = (...rules: Rule[]): Rule => ({ kind: 'all', rules });
const [a, b, c, d] = [leaf('a'), leaf('b'), leaf('c'), leaf('d')];

const short = (rule: Rule): string =>
  isLeaf(rule) ? ('key' in rule ? rule.key : rule.kind) : `${asGroup(rule).mode}(${asGroup(rule).rules.map(short).join(' ')})`;
const step = (rule: Rule, place: Place, way: Step) => {
  const next = stepped(rule, place, way);
  return next && `${short(next.rule)} @${next.place.join('.')}`;
};
const letters = (rule: Rule) => [...short(rule).matchAll(/\b[a-e]\b/g)].map(String).toSorted().join('');

describe('moving parts of a rule', () => {
  it('goes through groups as through the lines of an outline', () => {
    const rule = all(a, any(b, c), d);

    expect(step(rule, [0], 'down')).toBe('all(any(a b c) d) @0.0');
    expect(step(rule, [2], 'up')).toBe('all(a any(b c d)) @1.2');
    expect(step(rule, [1, 0], 'up')).toBe('all(a b any(c) d) @1');
    expect(step(rule, [1, 1], 'down')).toBe('all(a any(b) c d) @2');
    expect(step(rule, [1], 'up')).toBe('all(any(b c) a d) @0');
    expect(step(rule, [0], 'up')).toBeNull();
    expect(step(rule, [2], 'down')).toBeNull();
  });

  it('goes straight out of a group and into the one beside it', () => {
    const rule = all(a, none(b), c);

    expect(step(rule, [1, 0], 'out')).toBe('all(a b c) @1');
    expect(step(rule, [0], 'into')).toBe('all(none(a b) c) @0.0');
    expect(step(rule, [2], 'into')).toBe('all(a none(b c)) @1.1');
    expect(step(all(a, b), [0], 'into')).toBeNull();
  });

  it('drops a part into any gap but one inside itself', () => {
    const rule = all(a, any(b, c), d);

    expect(short(moved(rule, [2], { group: [1], before: 1 })?.rule ?? a)).toBe('all(a any(b d c))');
    expect(short(moved(rule, [1, 0], { group: [], before: 3 })?.rule ?? a)).toBe('all(a any(c) d b)');
    expect(moved(rule, [1], { group: [1], before: 0 })).toBeNull();
    expect(moved(rule, [0], { group: [], before: 1 })).toBeNull();
  });

  /** Nothing is lost and nothing doubled, wherever one goes, and the place it says is where the part is. */
  it('keeps every condition on every step and drop', () => {
    const rule = all(a, any(b, none(c, any(d))), leaf('e'));
    const places: Place[] = [[0], [1], [1, 0], [1, 1], [1, 1, 0], [1, 1, 1], [1, 1, 1, 0], [2]];
    const groups: Place[] = [[], [1], [1, 1], [1, 1, 1]];
    let count = 0;
    for (const from of places) {
      const part = partAt(rule, from);
      const tries = groups.flatMap((group) => [0, 1, 2, 3].map((before) => moved(rule, from, { group, before })));
      for (const way of ['up', 'down', 'out', 'into'] as const) tries.push(stepped(rule, from, way));
      for (const next of tries.filter((one) => one !== null)) {
        count++;
        expect(letters(next.rule)).toBe('abcde');
        expect(partAt(next.rule, next.place)).toBe(part);
      }
    }
    expect(count).toBeGreaterThan(60);
  });

  it('wraps, doubles, and takes a group away with its last condition', () => {
    const rule = all(a, any(b));

    expect(short(wrapped(rule, [0]) ?? a)).toBe('all(any(a) any(b))');
    expect(short(duplicated(rule, [1]) ?? a)).toBe('all(a any(b) any(b))');
    expect(short(replaced(rule, [1, 0], undefined))).toBe('all(a)');
    expect(short(replaced(all(a), [0], undefined))).toBe('all()');
  });

  it('stops where nobody could read on', () => {
    const deep = any(any(any(any(a))));

    expect(wrapped(all(deep), [0])).not.toBeNull();
    expect(wrapped(all(any(deep)), [0])).toBeNull();
  });
});

describe('where the server means', () => {
  it('counts the groups of "none of" twice', () => {
    expect(pathOf(all(a, none(b, c)), [1, 1])).toBe('1.0.1');
  });

  it('finds the part that a problem is about', () => {
    expect(pathOfField('rule.rules[1].rule.rules[0].check.values[0]')).toBe('1.0.0');
    expect(pathOfField('rule.rules[1]')).toBe('1');
    expect(pathOfField('rule')).toBe('');
    expect(pathOfField('name')).toBeNull();
  });
});
