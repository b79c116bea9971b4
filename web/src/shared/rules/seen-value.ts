import { valueName, type Words } from './rule-sentence';
import { typeOfEventMeasure, typeOfField, typeOfMeasure, type Leaf, type ValueType } from './rules';

/** The value that a condition saw of somebody, as people write it. */
export function seenValue(rule: Leaf, value: string | null | undefined, words: Words): string {
  const { t } = words;
  if (value == null || value === '') return t('why.unknown');
  if (rule.kind === 'reachable') return t(`why.reach.${value}` as 'why.reach.REACHABLE');
  if (rule.kind === 'consent') return t(`standing.${value}` as 'standing.GRANTED');
  const type = typeSeen(rule, words);
  const field = rule.kind === 'field' ? rule.field : undefined;
  if (type && fits(type, value)) return valueName(value, type, words, field);
  // Days since an order are told by its day.
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? words.format.day(value) : value;
}

function typeSeen(rule: Leaf, { vocabulary }: Words): ValueType | undefined {
  switch (rule.kind) {
    case 'field':
      return rule.field === 'AGE' ? 'DATE' : typeOfField(rule.field);
    case 'attribute':
      return vocabulary?.fields.find(({ key }) => key === rule.key)?.type;
    case 'orders':
      return typeOfMeasure(rule.measure);
    case 'events':
      return typeOfEventMeasure(rule.measure);
    case 'sequence':
      return 'DATE';
    default:
      return undefined;
  }
}

function fits(type: ValueType, value: string): boolean {
  const numeric = ['NUMBER', 'WHOLE', 'COUNT', 'MONEY'].includes(type);
  return !numeric || !Number.isNaN(Number(value));
}
