import { type TFunction } from 'i18next';
import { type Formatter, minorDigits } from '@/shared/lib/format';
import { withBasket } from './basket-sentence';
import { cellName, gridPhrase } from './cells';
import { companyPhrase } from './company-sentence';
import { contactPhrase } from './contact-phrase';
import { eventsPhrase, sequencePhrase } from './event-sentence';
import { objectsPhrase, ownPhrase } from './own-sentence';
import { namesOf } from './vocabulary';
import {
  isRelative,
  typeOfField,
  typeOfMeasure,
  type ConsentRule,
  type CustomerField,
  type Leaf,
  type Operator,
  type OrdersRule,
  type OrderWindow,
  type ReachableRule,
  type Rule,
  type ValueCheck,
  type ValueType,
  type Vocabulary,
} from './rules';

export type Words = {
  t: TFunction<'segments'>;
  format: Formatter;
  language: string;
  currency: string;
  vocabulary: Vocabulary | undefined;
};

/** A rule as one plain sentence. */
export function sentence(rule: Rule, words: Words): string {
  const said = phrase(rule, words);
  return words.t('sentence.whole', { said: said.charAt(0).toLocaleUpperCase(words.language) + said.slice(1) });
}

/** A rule as a part of a sentence; groups inside groups are put in brackets. */
export function phrase(rule: Rule, words: Words, inside = false): string {
  const { t } = words;
  if (rule.kind === 'not') return t('sentence.not', { said: phrase(rule.rule, words) });
  if (rule.kind !== 'all' && rule.kind !== 'any') return leafPhrase(rule, words);
  const parts = rule.rules.map((part) => phrase(part, words, rule.rules.length > 1));
  const said = parts.join(t(rule.kind === 'all' ? 'sentence.and' : 'sentence.or'));
  return inside && parts.length > 1 ? t('sentence.brackets', { said }) : said;
}

export function leafPhrase(rule: Leaf, words: Words): string {
  const { t } = words;
  switch (rule.kind) {
    case 'field':
      return tested(t(`field.${rule.field}`), rule.check, typeOfField(rule.field), words, rule.field);
    case 'attribute':
      return ownPhrase(words.vocabulary?.fields, rule.key, rule.check, words);
    case 'objects':
      return objectsPhrase(rule, words);
    case 'company':
      return companyPhrase(rule, words);
    case 'contact':
      return contactPhrase(rule, words);
    case 'consent':
      return t(`sentence.consent.${rule.standing}`, purposeOn(rule, words));
    case 'list':
      return t('sentence.list');
    case 'reachable':
      return t('sentence.reachable', purposeOn(rule, words));
    case 'orders':
      return ordersPhrase(rule, words);
    case 'segment': {
      const name = words.vocabulary?.segments.find(({ id }) => id === rule.segment)?.name ?? '…';
      return t(rule.member ? 'sentence.segment.in' : 'sentence.segment.out', { name });
    }
    case 'events':
      return eventsPhrase(rule, words);
    case 'sequence':
      return sequencePhrase(rule, words);
    case 'cell': {
      const cells = rule.cells.map((cell) => t('sentence.quoted', { value: cellName(rule.grid, cell, words) }));
      const grid = gridPhrase(rule.grid, words);
      return t(rule.member ? 'sentence.cell.in' : 'sentence.cell.out', { grid, list: cells.join(t('sentence.cell.or')) });
    }
  }
}

const purposeOn = ({ purpose, channel }: ConsentRule | ReachableRule, words: Words) => ({
  purpose: purposeName(purpose, words),
  channel: words.t(`channel.${channel.toLowerCase() as 'email'}`),
});

export function labelOf(names: Record<string, string> | undefined, code: string, language: string): string {
  return names?.[language] || names?.['en'] || code;
}

export function purposeName(code: string, { vocabulary, language }: Words): string {
  return labelOf(vocabulary?.purposes.find((purpose) => purpose.code === code)?.name, code, language);
}

export function statusName(code: string, { vocabulary, language }: Words): string {
  return labelOf(vocabulary?.statuses.find((status) => status.code === code)?.name, code, language);
}

export function tested(what: string, { operator, values }: ValueCheck, type: ValueType, words: Words, field?: CustomerField): string {
  const { t } = words;
  if (isRelative(operator)) return fromToday(what, { operator, values }, words, field === 'BIRTH_DATE');
  const shown = values.map((value) => valueName(value, type, words, field));
  return t(`sentence.test.${spoken(operator as Spoken, type)}`, {
    what,
    value: operator === 'IN' ? shown.join(', ') : (shown[0] ?? '…'),
    other: shown[1] ?? '…',
  });
}

function fromToday(what: string, { operator, values }: ValueCheck, { t }: Words, birthday: boolean): string {
  const count = Number(values[0] ?? 0);
  const when = count === 0 ? t('sentence.when.today') : t('sentence.when.next', { count });
  switch (operator as Relative) {
    case 'NEXT_DAYS':
      return t('sentence.test.NEXT_DAYS', { what, when });
    case 'ANNIVERSARY':
      if (values[1]) {
        const years = t('sentence.years', { count: Number(values[1]) });
        return t('sentence.test.ANNIVERSARY_YEARS', { what, years, when });
      }
      return birthday ? t('sentence.test.BIRTHDAY', { when }) : t('sentence.test.ANNIVERSARY', { what, when });
    case 'LAST_DAYS':
    case 'LONGER_AGO':
    case 'DAYS_BEFORE':
    case 'DAYS_AFTER':
      return t(`sentence.test.${operator as 'LAST_DAYS'}`, { what, count });
  }
}

type Relative = 'LAST_DAYS' | 'NEXT_DAYS' | 'ANNIVERSARY' | 'LONGER_AGO' | 'DAYS_BEFORE' | 'DAYS_AFTER';
type Spoken = Exclude<Operator, Relative>;

/** Of days "at least" is "on or after". */
export function spoken<O extends Spoken>(operator: O, type: ValueType): O | 'SINCE' | 'UNTIL' {
  if (type !== 'DATE' && type !== 'INSTANT') return operator;
  if (operator === 'AT_LEAST') return 'SINCE';
  return operator === 'AT_MOST' ? 'UNTIL' : operator;
}

/** A value of a field, by the name that people know it by. */
export function valueName(value: string, type: ValueType, words: Words, field: CustomerField | undefined): string {
  if (field === 'SEX') return sexName(value, words);
  const names = field && namesOf(field, words.vocabulary);
  if (!names) return valueText(value, type, words);
  return labelOf(names.find(({ code }) => code === value)?.name, value, words.language);
}

function sexName(value: string, { t }: Words): string {
  return value === 'female' || value === 'male' ? t(`sex.${value}`) : value;
}

/** A value in the server's own form, as people write it. */
export function valueText(value: string, type: ValueType, { t, format, currency }: Words): string {
  switch (type) {
    case 'TEXT':
    case 'CHOICE':
    case 'LIST':
      return t('sentence.quoted', { value });
    case 'MONEY':
      return format.money({ minor: Number(value), currency }, trimmed(Number(value), currency));
    case 'NUMBER':
    case 'WHOLE':
    case 'COUNT':
      return format.number(Number(value), { maximumFractionDigits: 5 });
    case 'BOOLEAN':
      return t(value === 'true' ? 'yes' : 'no');
    case 'DATE':
    case 'INSTANT':
      return Number.isNaN(Date.parse(value)) ? '…' : format.day(value);
  }
}

/** Whole amounts are said without cents. */
function trimmed(minor: number, currency: string): Intl.NumberFormatOptions {
  return minor % 10 ** minorDigits(currency) === 0 ? { maximumFractionDigits: 0 } : {};
}

function ordersPhrase(rule: OrdersRule, words: Words): string {
  const { t } = words;
  const none = rule.measure === 'COUNT' && rule.check.operator === 'IS' && rule.check.values[0] === '0';
  const figure = none
    ? t('sentence.orders.none')
    : tested(t(`measure.${rule.measure}`), rule.check, typeOfMeasure(rule.measure), words);
  const window = isPlainDay(rule) ? '' : windowPhrase(rule.window, words);
  const withWindow = window ? t('sentence.orders.inWindow', { figure, window }) : figure;
  const ofProducts = withBasket(withProducts(withWindow, rule, words), rule.basket, words);
  return withOrigin(withStatuses(ofProducts, rule, words), rule, words);
}

/** "Last order of all time" says no more than "last order". */
function isPlainDay({ measure, window }: OrdersRule): boolean {
  return !['COUNT', 'REVENUE', 'AVERAGE', 'SHARE'].includes(measure) && window.days == null && !window.from && !window.to;
}

export function windowPhrase({ days, from, to }: OrderWindow, { t, format }: Words): string {
  if (days != null) return t('sentence.window.days', { count: days });
  if (from && to) return t('sentence.window.between', { from: format.day(from), to: format.day(to) });
  if (from) return t('sentence.window.since', { from: format.day(from) });
  if (to) return t('sentence.window.until', { to: format.day(to) });
  return t('sentence.window.ever');
}

function withProducts(said: string, { products }: OrdersRule, { t }: Words): string {
  if (!products) return said;
  const names = [...products.categories, ...products.brands].map((value) => t('sentence.quoted', { value }));
  if (products.products.length > 0) names.push(t('sentence.orders.products', { count: products.products.length }));
  return t('sentence.orders.ofProducts', { said, list: names.join(', ') });
}

function withOrigin(said: string, { paymentMethods, sources }: OrdersRule, { t, vocabulary, language }: Words): string {
  const paid = paymentMethods.length > 0 ? t('sentence.orders.paidBy', { said, list: paymentMethods.join(', ') }) : said;
  if (sources.length === 0) return paid;
  const names = sources.map((code) => labelOf(vocabulary?.sources.find((one) => one.code === code)?.name, code, language));
  return t('sentence.orders.fromSources', { said: paid, list: names.join(', ') });
}

function withStatuses(said: string, { statuses }: OrdersRule, words: Words): string {
  if (statuses.length === 0) return said;
  const list = statuses.map((code) => statusName(code, words)).join(', ');
  return words.t('sentence.orders.ofStatuses', { said, list });
}
