import { labelOf, tested, type Words } from './rule-sentence';
import { type ObjectsRule, type ValueCheck, type Vocabulary } from './rules';

/** A test of a field that the company made itself. */
export function ownPhrase(fields: Vocabulary['fields'] | undefined, key: string, test: ValueCheck, words: Words): string {
  const own = fields?.find((field) => field.key === key);
  const check = { ...test, values: test.values.map((value) => optionName(own, value, words)) };
  return tested(labelOf(own?.label, key, words.language), check, own?.type ?? 'TEXT', words);
}

export function objectsPhrase({ type, check, where }: ObjectsRule, words: Words): string {
  const { t, vocabulary, language } = words;
  const own = vocabulary?.objects.find((known) => known.type === type);
  const name = labelOf(own?.name, type, language);
  const asked = `${check.operator} ${check.values[0] ?? ''}`;
  const whose = own?.owner === 'COMPANY' ? 'companyObjects' : 'objects';
  let said = tested(t(`sentence.${whose}.number`, { name }), check, 'COUNT', words);
  if (asked === 'AT_LEAST 1') said = t(`sentence.${whose}.some`, { name });
  if (asked === 'IS 0') said = t(`sentence.${whose}.none`, { name });
  if (where.length === 0) return said;
  const tests = where.map((test) => ownPhrase(own?.fields, test.field, test.check, words)).join(t('sentence.and'));
  return t('sentence.objects.where', { said, tests });
}

/** The name of a type of objects; of companies' it says so. */
export function objectsName(type: string, { t, vocabulary, language }: Words): string {
  const own = vocabulary?.objects.find((known) => known.type === type);
  const name = labelOf(own?.name, type, language);
  return own?.owner === 'COMPANY' ? t('editor.ofCompany', { name }) : name;
}

/** What the value of a field with options is called. */
function optionName(own: Vocabulary['fields'][number] | undefined, value: string, { language }: Words): string {
  const option = own?.options.find(({ code }) => code === value);
  return option ? labelOf(option.name, value, language) : value;
}
