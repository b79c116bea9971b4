import { type CustomerCard } from './customer-card';
import { type CustomerAttribute, type CustomerFields } from './edit-customer';

export const profileFields = [
  'fullName',
  'givenName',
  'middleName',
  'familyName',
  'city',
  'district',
  'region',
  'country',
  'language',
  'zone',
  'birthDate',
  'sex',
] as const;
export type ProfileField = (typeof profileFields)[number];

/** All as text, for a form; custom attributes under `attributes.<key>`. */
export type ProfileDraft = Record<string, string>;

export function draftOf(card: CustomerCard, attributes: CustomerAttribute[]): ProfileDraft {
  const said: Record<string, unknown> = { ...card, fullName: card.name };
  const draft: ProfileDraft = {};
  for (const field of profileFields) draft[field] = text(said[field]);
  for (const { key } of attributes) draft[`attributes.${key}`] = text(card.attributes[key]);
  return draft;
}

function text(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n');
  return value === null || value === undefined ? '' : String(value);
}

/** The request that takes a card from one draft to the other, and back when they are exchanged; null when equal. */
export function changes(from: ProfileDraft, to: ProfileDraft): CustomerFields | null {
  const changed = Object.keys(to).filter((key) => (from[key] ?? '') !== (to[key] ?? '').trim());
  if (changed.length === 0) return null;
  const own = changed.filter((key) => key.startsWith('attributes.'));
  const fields = changed.filter((key) => !key.startsWith('attributes.'));
  const values = (keys: string[], cut = 0) => Object.fromEntries(keys.map((key) => [key.slice(cut), (to[key] ?? '').trim()]));
  return { ...values(fields), ...(own.length > 0 && { attributes: values(own, 'attributes.'.length) }) };
}
