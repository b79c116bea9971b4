import { type ImportKind, type NewImportFile } from './imports';

export type ColumnMapping = NewImportFile['mapping'][number];
export type MappedAttribute = NonNullable<ColumnMapping['attribute']>;
export type AttributeType = MappedAttribute['type'];

export const attributeTypes = ['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'INSTANT', 'CHOICE', 'LIST'] as const satisfies AttributeType[];

/** The field whose column names an attribute of the company's own. */
export const ATTRIBUTE = 'attribute';

/** What must be mapped: of each need at least one field. */
export type Need = { id: string; anyOf: string[] };

const address = ['externalId', 'email', 'phone'];
const needs: Record<ImportKind, Need[]> = {
  customers: [{ id: 'person', anyOf: [...address, 'ownId', 'fullName', 'givenName', 'familyName'] }],
  orders: [
    { id: 'buyer', anyOf: address },
    { id: 'placedAt', anyOf: ['placedAt'] },
    { id: 'sum', anyOf: ['total', 'lineAmount', 'orderId'] },
  ],
  products: [{ id: 'product', anyOf: ['productId', 'productName'] }],
  lines: [
    { id: 'order', anyOf: ['orderId'] },
    { id: 'amount', anyOf: ['lineAmount'] },
  ],
  payments: [
    { id: 'order', anyOf: ['orderId'] },
    { id: 'amount', anyOf: ['paid'] },
  ],
  suppressions: [{ id: 'address', anyOf: ['email', 'phone'] }],
};

export function needsOf(kind: ImportKind, mapping: ColumnMapping[]): (Need & { met: boolean })[] {
  const mapped = new Set(mapping.map(({ field }) => field));
  return needs[kind].map((need) => ({ ...need, met: need.anyOf.some((field) => mapped.has(field)) }));
}

/** Gives a column its field, or none. A field has one column: it leaves the one that had it. */
export function assign(mapping: ColumnMapping[], column: number, field: string, header: string[]): ColumnMapping[] {
  const kept = mapping.filter((one) => one.column !== column && (field === ATTRIBUTE || one.field !== field));
  if (field === '') return kept;
  const attribute = field === ATTRIBUTE ? freshAttribute(header[column] ?? '', column, keysOf(kept)) : null;
  return [...kept, { column, field, attribute }].toSorted((a, b) => a.column - b.column);
}

export function withAttribute(mapping: ColumnMapping[], column: number, attribute: MappedAttribute): ColumnMapping[] {
  return mapping.map((one) => (one.column === column ? { ...one, attribute } : one));
}

function freshAttribute(name: string, column: number, taken: Set<string>): MappedAttribute {
  const wanted = attributeKey(name, column);
  const key = taken.has(wanted) ? `${wanted}_${column + 1}` : wanted;
  return { key, type: 'TEXT', label: name === '' ? null : { en: name } };
}

function keysOf(mapping: ColumnMapping[]): Set<string> {
  return new Set(mapping.flatMap(({ attribute }) => (attribute ? [attribute.key] : [])));
}

/** `Размер обуви` has no Latin letters, so it is the number of its column; `Shoe size` is `shoe_size`. */
export function attributeKey(name: string, column: number): string {
  const latin = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '');
  return latin === '' ? `column_${column + 1}` : latin.slice(0, 60);
}

export type KeyFault = 'form' | 'twice';

/** Why the keys of attributes cannot stay, by column. */
export function keyFaults(mapping: ColumnMapping[]): Map<number, KeyFault> {
  const faults = new Map<number, KeyFault>();
  const seen = new Set<string>();
  for (const { column, attribute } of mapping) {
    if (!attribute) continue;
    if (!/^[a-z][a-z0-9_]*$/.test(attribute.key)) faults.set(column, 'form');
    else if (seen.has(attribute.key)) faults.set(column, 'twice');
    seen.add(attribute.key);
  }
  return faults;
}
