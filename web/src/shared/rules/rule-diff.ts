import { type Rule } from './rules';
import { phrase, type Words } from './rule-sentence';

/** The conditions of a rule in words, without how they are grouped. */
function conditions(rule: Rule, words: Words): string[] {
  if (rule.kind === 'all' || rule.kind === 'any') return rule.rules.flatMap((part) => conditions(part, words));
  return [phrase(rule, words)];
}

/** Which conditions one rule has that the other lacks; both empty when only the grouping differs. */
export function ruleDiff(before: Rule, after: Rule, words: Words): { gone: string[]; come: string[] } {
  const old = conditions(before, words);
  const now = conditions(after, words);
  return { gone: old.filter((said) => !now.includes(said)), come: now.filter((said) => !old.includes(said)) };
}
