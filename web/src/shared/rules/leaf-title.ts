import { gridTitle } from './cells';
import { eventName, isKnownEvent } from './event-names';
import { objectsName } from './own-sentence';
import { labelOf, type Words } from './rule-sentence';
import { asGroup, isLeaf, type Leaf, type Rule } from './rules';

/** What a condition is about, in a word or two. */
export function titleOf(rule: Leaf, words: Words): string {
  const { t, vocabulary, language } = words;
  switch (rule.kind) {
    case 'field':
      return t(`fieldTitle.${rule.field}`);
    case 'attribute':
      return labelOf(vocabulary?.fields.find(({ key }) => key === rule.key)?.label, rule.key, language);
    case 'objects':
      return objectsName(rule.type, words);
    case 'contact':
      return t(`contactTitle.${rule.contact}`);
    case 'events':
      return isKnownEvent(rule.events.type) ? eventName(rule.events.type, words) : t('kind.events');
    case 'company':
    case 'consent':
    case 'reachable':
    case 'list':
    case 'segment':
    case 'sequence':
      return t(`kind.${rule.kind}`);
    case 'cell':
      return gridTitle(rule.grid, words);
    case 'orders':
      return t(`measureTitle.${rule.measure}`);
  }
}

/** A condition by what it is about, a group by how its conditions go together. */
export function nameOf(rule: Rule, words: Words): string {
  return isLeaf(rule) ? titleOf(rule, words) : words.t('editor.groupNamed', { mode: words.t(`mode.${asGroup(rule).mode}`) });
}
