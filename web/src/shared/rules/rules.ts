import { type components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type Rule = Schemas['Rule'];
export type AllRule = Schemas['AllRule'];
export type AnyRule = Schemas['AnyRule'];
export type NotRule = Schemas['NotRule'];
export type FieldRule = Schemas['FieldRule'];
export type AttributeRule = Schemas['AttributeRule'];
export type ContactRule = Schemas['ContactRule'];
export type ConsentRule = Schemas['ConsentRule'];
export type ListRule = Schemas['ListRule'];
export type ReachableRule = Schemas['ReachableRule'];
export type ObjectsRule = Schemas['ObjectsRule'];
export type ObjectTest = Schemas['ObjectTest'];
export type CompanyRule = Schemas['CompanyRule'];
export type OrdersRule = Schemas['OrdersRule'];
export type SegmentRule = Schemas['SegmentRule'];
export type EventsRule = Schemas['EventsRule'];
export type SequenceRule = Schemas['SequenceRule'];
export type CellRule = Schemas['CellRule'];
export type SequenceStep = Schemas['SequenceStep'];
export type EventFilter = Schemas['EventFilter'];
export type PropertyTest = Schemas['PropertyTest'];
export type EventMeasure = EventsRule['measure'];
export type OrderWindow = Schemas['OrderWindow'];
export type ProductFilter = Schemas['ProductFilter'];
export type Basket = Schemas['Basket'];
export type ValueCheck = Schemas['ValueCheck'];
export type Operator = ValueCheck['operator'];
export type CustomerField = FieldRule['field'];
export type OrderMeasure = OrdersRule['measure'];
export type Vocabulary = Schemas['RuleVocabulary'];
export type ValueType = Schemas['OwnField']['type'];

/** A condition that is not a group. */
export type Leaf =
  | FieldRule
  | AttributeRule
  | ObjectsRule
  | CompanyRule
  | ContactRule
  | ConsentRule
  | ReachableRule
  | ListRule
  | OrdersRule
  | SegmentRule
  | EventsRule
  | SequenceRule
  | CellRule;

/** How the conditions of a group go together; `none` is written as "not any". */
export type GroupMode = 'all' | 'any' | 'none';
export type Group = { mode: GroupMode; rules: Rule[] };

export function isLeaf(rule: Rule): rule is Leaf {
  return rule.kind !== 'all' && rule.kind !== 'any' && rule.kind !== 'not';
}

/** A rule as a group, and where its conditions lie below it. */
export function asGroup(rule: Rule): Group & { below: string } {
  if (rule.kind === 'all' || rule.kind === 'any') return { mode: rule.kind, rules: rule.rules, below: '' };
  if (rule.kind === 'not') {
    return rule.rule.kind === 'any'
      ? { mode: 'none', rules: rule.rule.rules, below: '0' }
      : { mode: 'none', rules: [rule.rule], below: '' };
  }
  return { mode: 'all', rules: [rule], below: '' };
}

export function fromGroup({ mode, rules }: Group): Rule {
  if (mode === 'none') return { kind: 'not', rule: { kind: 'any', rules } };
  return { kind: mode, rules };
}

/** The editor's tree: its root is a group, and a "not" always holds one. */
export function editable(rule: Rule): Rule {
  return isLeaf(rule) ? { kind: 'all', rules: [rule] } : withGroups(rule);
}

function withGroups(rule: Rule): Rule {
  if (rule.kind === 'all' || rule.kind === 'any') return { ...rule, rules: rule.rules.map(withGroups) };
  if (rule.kind !== 'not') return rule;
  const inner = withGroups(rule.rule);
  return { kind: 'not', rule: inner.kind === 'any' ? inner : { kind: 'any', rules: [inner] } };
}

/** Where the children of a node lie: the indexes that lead there, joined by dots. */
export function childPath(path: string, ...steps: (string | number)[]): string {
  return [path, ...steps].filter((step) => step !== '').join('.');
}

const fields: Record<CustomerField, ValueType> = {
  LANGUAGE: 'TEXT',
  COUNTRY: 'TEXT',
  REGION: 'TEXT',
  CITY: 'TEXT',
  DISTRICT: 'TEXT',
  SEX: 'TEXT',
  ZONE: 'TEXT',
  OWNER: 'CHOICE',
  FIRST_SOURCE: 'CHOICE',
  LAST_SOURCE: 'CHOICE',
  BIRTH_DATE: 'DATE',
  AGE: 'WHOLE',
  CREATED: 'INSTANT',
};

const measures: Record<OrderMeasure, ValueType> = {
  COUNT: 'COUNT',
  REVENUE: 'MONEY',
  AVERAGE: 'MONEY',
  SHARE: 'NUMBER',
  FIRST_DAY: 'DATE',
  LAST_DAY: 'DATE',
  DAYS_SINCE_FIRST: 'WHOLE',
  DAYS_SINCE_LAST: 'WHOLE',
};

const eventMeasureTypes: Record<EventMeasure, ValueType> = {
  COUNT: 'COUNT',
  FIRST_DAY: 'INSTANT',
  LAST_DAY: 'INSTANT',
  DISTINCT: 'COUNT',
  SUM: 'NUMBER',
  AVERAGE: 'NUMBER',
  MINIMUM: 'NUMBER',
  MAXIMUM: 'NUMBER',
};

export const eventMeasures = Object.keys(eventMeasureTypes) as EventMeasure[];
export const typeOfEventMeasure = (measure: EventMeasure): ValueType => eventMeasureTypes[measure];

/** It is a figure of a property, which has to be named. */
export const isOfProperty = (measure: EventMeasure): boolean =>
  !['COUNT', 'FIRST_DAY', 'LAST_DAY'].includes(measure);

export const propertyTypes = ['TEXT', 'NUMBER', 'BOOLEAN', 'DATE'] as const;

export const customerFields = Object.keys(fields) as CustomerField[];
export const orderMeasures = Object.keys(measures) as OrderMeasure[];

export const typeOfField = (field: CustomerField): ValueType => fields[field];
export const typeOfMeasure = (measure: OrderMeasure): ValueType => measures[measure];

const text: Operator[] = ['IS', 'IS_NOT', 'IN', 'CONTAINS', 'STARTS_WITH', 'KNOWN', 'UNKNOWN'];
const range: Operator[] = ['AT_LEAST', 'AT_MOST', 'BETWEEN', 'IS', 'IS_NOT'];
const relative: Operator[] = ['LAST_DAYS', 'NEXT_DAYS', 'ANNIVERSARY', 'LONGER_AGO', 'DAYS_BEFORE', 'DAYS_AFTER'];
const day: Operator[] = [...relative, 'BETWEEN', 'AT_LEAST', 'AT_MOST', 'IS', 'IS_NOT', 'KNOWN', 'UNKNOWN'];

const operators: Record<ValueType, Operator[]> = {
  TEXT: text,
  NUMBER: [...range, 'IN', 'KNOWN', 'UNKNOWN'],
  WHOLE: [...range, 'KNOWN', 'UNKNOWN'],
  COUNT: range,
  MONEY: ['AT_LEAST', 'AT_MOST', 'BETWEEN', 'IS'],
  BOOLEAN: ['IS', 'KNOWN', 'UNKNOWN'],
  CHOICE: ['IS', 'IS_NOT', 'IN', 'KNOWN', 'UNKNOWN'],
  LIST: ['CONTAINS', 'IN', 'KNOWN', 'UNKNOWN'],
  DATE: day,
  INSTANT: day,
};

export const operatorsOf = (type: ValueType): Operator[] => operators[type];

/** Its values are numbers of days counted from today, whatever the type. */
export const isRelative = (operator: Operator): boolean => relative.includes(operator);

/** How many values a test has; null for as many as one likes. */
export function arity(operator: Operator): 0 | 1 | 2 | null {
  if (operator === 'KNOWN' || operator === 'UNKNOWN') return 0;
  if (operator === 'BETWEEN') return 2;
  return operator === 'IN' ? null : 1;
}

/** The same test with another operator keeps what still fits. */
export function withOperator(check: ValueCheck, operator: Operator): ValueCheck {
  const size = arity(operator);
  const kept = isRelative(check.operator) === isRelative(operator) ? check.values : [];
  return { operator, values: size === null ? kept.filter(Boolean) : kept.slice(0, size) };
}

export function firstCheck(type: ValueType): ValueCheck {
  return { operator: operators[type][0] ?? 'IS', values: [] };
}

export function isCompleteCheck({ operator, values }: ValueCheck): boolean {
  const size = arity(operator);
  const filled = values.filter((value) => value?.trim()).length;
  if (operator === 'ANNIVERSARY' && values.length === 2) return filled === 2;
  return size === null ? filled > 0 : filled === size && values.length === size;
}

/** Nothing in it is still to be filled in. */
export function isComplete(rule: Rule): boolean {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return rule.rules.length > 0 && rule.rules.every(isComplete);
    case 'not':
      return isComplete(rule.rule);
    case 'field':
      return isCompleteCheck(rule.check);
    case 'attribute':
      return rule.key !== '' && isCompleteCheck(rule.check);
    case 'objects':
      return isCompleteCheck(rule.check) && rule.where.every(({ check }) => isCompleteCheck(check));
    case 'company':
      return rule.where.every(({ check }) => isCompleteCheck(check));
    case 'contact':
    case 'list':
      return true;
    case 'consent':
    case 'reachable':
      return rule.purpose !== '';
    case 'orders':
      return (
        isCompleteCheck(rule.check) &&
        (rule.products ? isFilter(rule.products) : rule.measure !== 'SHARE') &&
        (!rule.basket || isBasket(rule.basket))
      );
    case 'segment':
      return rule.segment !== '';
    case 'events':
      return (
        isCompleteEvents(rule.events) &&
        isCompleteCheck(rule.check) &&
        (!isOfProperty(rule.measure) || Boolean(rule.property?.trim()))
      );
    case 'sequence':
      return rule.steps.every(({ events }) => !events || isCompleteEvents(events));
    case 'cell':
      return rule.cells.length > 0;
  }
}

function isCompleteEvents({ type, where }: EventFilter): boolean {
  return type.trim() !== '' && where.every(({ property, check }) => property.trim() !== '' && isCompleteCheck(check));
}

function isFilter({ categories, brands, products }: ProductFilter): boolean {
  return categories.length + brands.length + products.length > 0;
}

function isBasket({ with: present, without: absent }: Basket): boolean {
  return present.length + absent.length > 0 && [...present, ...absent].every(isFilter);
}

export const emptyRule: Rule = { kind: 'all', rules: [] };
