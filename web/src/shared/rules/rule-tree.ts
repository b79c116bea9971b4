import { asGroup, childPath, fromGroup, isLeaf, type Rule } from './rules';

/** Where a part lies: which one of each group on the way, a "none of" being one group. */
export type Place = readonly number[];

/** A gap between the parts of a group, before the one of that number. */
export type Gap = { group: Place; before: number };

/** Groups within groups within the root; more would be refused, and nobody reads it. */
export const deepest = 5;

export type Step = 'up' | 'down' | 'out' | 'into';

export function partAt(rule: Rule, place: Place): Rule | undefined {
  return place.reduce<Rule | undefined>((part, index) => (part && !isLeaf(part) ? asGroup(part).rules[index] : undefined), rule);
}

/** As the server counts and complains: the indexes of its own tree, joined by dots. */
export function pathOf(rule: Rule, place: Place): string {
  let path = '';
  let part: Rule | undefined = rule;
  for (const index of place) {
    if (!part || isLeaf(part)) return path;
    const group = asGroup(part);
    path = childPath(path, group.below, index);
    part = group.rules[index];
  }
  return path;
}

/** The path of the part that a problem's field such as `rule.rules[1].check` is about; null for none. */
export function pathOfField(field: string | undefined): string | null {
  if (field === undefined || !/^rule(\.|$|\[)/.test(field)) return null;
  const steps: string[] = [];
  for (const [, index, inner] of field.slice('rule'.length).matchAll(/\.rules\[(\d+)\]|\.(rule)(?=$|\.)|\..*/g)) {
    if (index !== undefined) steps.push(index);
    else if (inner !== undefined) steps.push('0');
    else break;
  }
  return steps.join('.');
}

function changed(rule: Rule, place: Place, change: (rules: Rule[]) => Rule[]): Rule {
  const group = asGroup(rule);
  const [index, ...rest] = place;
  if (index === undefined) return fromGroup({ ...group, rules: change([...group.rules]) });
  return fromGroup({
    ...group,
    rules: group.rules.map((part, i) => (i === index && !isLeaf(part) ? changed(part, rest, change) : part)),
  });
}

const parentOf = (place: Place): Place => place.slice(0, -1);
const lastOf = (place: Place): number => place.at(-1) ?? 0;

/** Another part in its place; without one it is gone, and the groups that this empties with it. */
export function replaced(rule: Rule, place: Place, next: Rule | undefined): Rule {
  if (place.length === 0) return next ?? rule;
  const rest = changed(rule, parentOf(place), (rules) =>
    rules.flatMap((part, index) => (index === lastOf(place) ? (next ? [next] : []) : [part])),
  );
  return next ? rest : withoutEmpty(rest, parentOf(place));
}

function withoutEmpty(rule: Rule, group: Place): Rule {
  const part = partAt(rule, group);
  const empty = group.length > 0 && part && !isLeaf(part) && asGroup(part).rules.length === 0;
  return empty ? replaced(rule, group, undefined) : rule;
}

export function inserted(rule: Rule, { group, before }: Gap, part: Rule): Rule {
  return changed(rule, group, (rules) => rules.toSpliced(before, 0, part));
}

export type Moved = { rule: Rule; place: Place };

/** To the gap, unless that lies inside the part itself or too deep; null where it cannot or need not go. */
export function moved(rule: Rule, from: Place, gap: Gap): Moved | null {
  const part = partAt(rule, from);
  const inside = from.length <= gap.group.length && from.every((index, i) => gap.group[i] === index);
  if (!part || from.length === 0 || inside || gap.group.length + depthOf(part) > deepest) return null;
  const same = parentOf(from).join() === gap.group.join();
  if (same && (gap.before === lastOf(from) || gap.before === lastOf(from) + 1)) return null;
  const marked = changed(rule, parentOf(from), (rules) => rules.with(lastOf(from), gone));
  return swept(inserted(marked, gap, part), part);
}

/** Stands where a part was until it is swept away, so that no place shifts while another is written. */
const gone: Rule = { kind: 'any', rules: [] };

function swept(rule: Rule, kept: Rule): Moved {
  let place: Place = [];
  const sweep = (part: Rule, at: Place): Rule | undefined => {
    if (part === kept) place = at;
    if (part === gone) return undefined;
    if (part === kept || isLeaf(part)) return part;
    const group = asGroup(part);
    const rules: Rule[] = [];
    for (const one of group.rules) {
      const next = sweep(one, [...at, rules.length]);
      if (next) rules.push(next);
    }
    const emptied = group.rules.length > 0 && rules.length === 0 && at.length > 0;
    return emptied ? undefined : fromGroup({ ...group, rules });
  };
  const next = sweep(rule, []) ?? rule;
  return { rule: next, place };
}

/** How many groups lie in a part, itself included. */
export function depthOf(part: Rule): number {
  return isLeaf(part) ? 0 : 1 + Math.max(0, ...asGroup(part).rules.map(depthOf));
}

/** One step by keyboard: through the groups as through the lines of an outline, or straight out of and into one. */
export function stepped(rule: Rule, from: Place, step: Step): Moved | null {
  const [group, index] = [parentOf(from), lastOf(from)];
  const around = partAt(rule, group);
  if (from.length === 0 || !around) return null;
  const siblings = asGroup(around).rules;
  const out = (after: number): Gap | null =>
    group.length === 0 ? null : { group: parentOf(group), before: lastOf(group) + after };
  const into = (at: number, before: number): Gap | null => {
    const sibling = siblings[at];
    return sibling && !isLeaf(sibling) ? { group: [...group, at], before } : null;
  };
  const gap = ((): Gap | null => {
    switch (step) {
      case 'up':
        return index === 0 ? out(0) : (into(index - 1, sizeAt(siblings[index - 1])) ?? { group, before: index - 1 });
      case 'down':
        return index === siblings.length - 1 ? out(1) : (into(index + 1, 0) ?? { group, before: index + 2 });
      case 'out':
        return out(1);
      case 'into':
        return into(index - 1, sizeAt(siblings[index - 1])) ?? into(index + 1, 0);
    }
  })();
  return gap && moved(rule, from, gap);
}

function sizeAt(part: Rule | undefined): number {
  return part && !isLeaf(part) ? asGroup(part).rules.length : 0;
}

/** The part in a group of its own, which says "any of". */
export function wrapped(rule: Rule, place: Place): Rule | null {
  const part = partAt(rule, place);
  if (!part || place.length === 0 || place.length + depthOf(part) > deepest) return null;
  return replaced(rule, place, { kind: 'any', rules: [part] });
}

export function duplicated(rule: Rule, place: Place): Rule | null {
  const part = partAt(rule, place);
  if (!part || place.length === 0) return null;
  return inserted(rule, { group: parentOf(place), before: lastOf(place) + 1 }, structuredClone(part));
}
