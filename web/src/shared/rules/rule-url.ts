import { editable, emptyRule, type Rule } from './rules';

/** A rule that came in the address: other screens open the people behind a number this way. */
export function ruleFromUrl(text: string | undefined): Rule {
  if (!text) return emptyRule;
  try {
    return editable(JSON.parse(text) as Rule);
  } catch {
    return emptyRule;
  }
}
