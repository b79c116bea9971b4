import { ruleAt } from './rule-at';
import { phrase, type Words } from './rule-sentence';
import { type Rule } from './rules';

/** The conditions that a past moment cannot answer, in words; nothing where it answers all. */
export function undatedText(rule: Rule, knownToday: string[], words: Words): string | null {
  const undated = knownToday.map((path) => ruleAt(rule, path)).filter((one) => one !== undefined);
  if (undated.length === 0) return null;
  return words.t('preview.knownToday', { list: undated.map((one) => phrase(one, words)).join('; ') });
}
