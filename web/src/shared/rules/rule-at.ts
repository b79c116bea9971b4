import { type Rule } from './rules';

/** The condition or group that a path leads to, as the server names them: indexes joined by dots. */
export function ruleAt(rule: Rule, path: string): Rule | undefined {
  if (path === '') return rule;
  const [first, ...rest] = path.split('.');
  const inside = rule.kind === 'all' || rule.kind === 'any' ? rule.rules : rule.kind === 'not' ? [rule.rule] : [];
  const next = inside[Number(first)];
  return next && ruleAt(next, rest.join('.'));
}
