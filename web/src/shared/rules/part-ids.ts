import { type Rule } from './rules';

const ids = new WeakMap<Rule, number>();
let last = 0;

/** The same for a part wherever it is moved, so that its fields keep what they show. */
export function idOf(part: Rule): number {
  const known = ids.get(part);
  if (known !== undefined) return known;
  last += 1;
  ids.set(part, last);
  return last;
}

/** The part after an edit is the same one. */
export function sameAs<R extends Rule>(before: Rule, after: R): R {
  ids.set(after, idOf(before));
  return after;
}
