import { type Words } from './rule-sentence';
import { type ContactRule } from './rules';

export function contactPhrase(rule: ContactRule, { t }: Words): string {
  const what = t(`contact.${rule.contact}`);
  const has = t(`sentence.contact.${rule.quality}`, { what });
  if (rule.domains.length > 0) return t('sentence.contact.domains', { has, list: rule.domains.join(', ') });
  if (rule.callingCodes.length > 0) {
    return t('sentence.contact.codes', { has, list: rule.callingCodes.map((code) => `+${code}`).join(', ') });
  }
  return has;
}
