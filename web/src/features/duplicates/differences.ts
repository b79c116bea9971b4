import { type Formatter } from '@/shared/lib/format';
import { type Person } from './duplicates';

export type Line = { field: string; one: string; other: string; mark: 'same' | 'different' | 'alone' };

const fields = ['name', 'birthDate', 'sex', 'email', 'phone', 'country', 'region', 'city', 'district'] as const;

function written(person: Person, field: (typeof fields)[number], format: Formatter, sex: (code: string) => string): string {
  const value = person[field];
  if (!value) return '';
  if (field === 'birthDate') return format.day(value);
  return field === 'sex' ? sex(value) : value;
}

function mark(one: string, other: string): Line['mark'] {
  if (one === '' || other === '') return 'alone';
  return one.toLocaleLowerCase() === other.toLocaleLowerCase() ? 'same' : 'different';
}

/** What is known of the two, field by field, without what neither has. */
export function linesOf(one: Person, other: Person, format: Formatter, sex: (code: string) => string): Line[] {
  const own = [...new Set([...Object.keys(one.attributes), ...Object.keys(other.attributes)])].toSorted();
  const usual = fields.map((field) => ({ field, one: written(one, field, format, sex), other: written(other, field, format, sex) }));
  const attributes = own.map((key) => ({
    field: `attribute.${key}`,
    one: String(one.attributes[key] ?? ''),
    other: String(other.attributes[key] ?? ''),
  }));
  return [...usual, ...attributes]
    .filter((line) => line.one !== '' || line.other !== '')
    .map((line) => ({ ...line, mark: mark(line.one, line.other) }));
}
