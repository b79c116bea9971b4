import { type ConsentBox, type FieldKind, type FormDraft, type FormField, type OwnField } from './forms';

export const fieldKinds = ['email', 'phone', 'text', 'long_text', 'number', 'date', 'choice', 'checkbox', 'note'] as const satisfies FieldKind[];
export const modes = ['auto', 'light', 'dark'] as const;
export const purposes = ['processing', 'marketing', 'service'] as const;
export const channels = ['email', 'sms', 'phone'] as const;

/** Where an answer can go on a card, by the kind of the field. */
const profile: Partial<Record<FieldKind, readonly string[]>> = {
  text: ['givenName', 'middleName', 'familyName', 'fullName', 'country', 'region', 'city', 'district'],
  date: ['birthDate'],
  choice: ['sex', 'language'],
};

const attributeTypes: Partial<Record<FieldKind, readonly OwnField['type'][]>> = {
  text: ['TEXT'],
  long_text: ['TEXT'],
  number: ['NUMBER'],
  date: ['DATE'],
  checkbox: ['BOOLEAN'],
  choice: ['CHOICE', 'TEXT'],
};

export type Target = { value: string; own: OwnField | null };

export function targetsOf(kind: FieldKind, own: OwnField[]): Target[] {
  const usual = (profile[kind] ?? []).map((value) => ({ value, own: null }));
  const types = attributeTypes[kind] ?? [];
  const custom = own.filter(({ type }) => types.includes(type)).map((field) => ({ value: `attribute.${field.key}`, own: field }));
  return [...usual, ...custom];
}

export const isContact = (kind: FieldKind): boolean => kind === 'email' || kind === 'phone';

/** `field`, `field_2`, `field_3`: the first that none of the others has. */
export function freeKey(wanted: string, taken: string[]): string {
  const plain = wanted.toLowerCase().replaceAll(/[^a-z0-9_]+/g, '_').replace(/^[^a-z]+/, '').slice(0, 30) || 'field';
  if (!taken.includes(plain)) return plain;
  let number = 2;
  while (taken.includes(`${plain}_${number}`)) number += 1;
  return `${plain}_${number}`;
}

export function newField(kind: FieldKind, label: Record<string, string>, draft: FormDraft): FormField {
  const taken = [...draft.fields, ...draft.consents].map(({ key }) => key);
  return {
    key: freeKey(kind, taken),
    kind,
    target: null,
    label,
    hint: {},
    required: isContact(kind),
    progressive: false,
    options: kind === 'choice' ? [{ value: 'a', label: {} }, { value: 'b', label: {} }] : [],
    showWhen: null,
  };
}

export function newBox(draft: FormDraft, text: Record<string, string>): ConsentBox {
  const taken = [...draft.fields, ...draft.consents].map(({ key }) => key);
  const processing = !draft.consents.some(({ purpose }) => purpose === 'processing');
  return {
    key: freeKey(processing ? 'processing' : 'news', taken),
    purpose: processing ? 'processing' : 'marketing',
    channel: processing ? null : 'email',
    text,
    required: processing,
  };
}

/** The fields in another order; what depends on a field that now comes later is always shown. */
export function moved(fields: FormField[], from: number, before: number): FormField[] {
  const one = fields[from];
  if (!one) return fields;
  const rest = fields.filter((_, index) => index !== from);
  const at = Math.max(0, Math.min(rest.length, before > from ? before - 1 : before));
  const order = [...rest.slice(0, at), one, ...rest.slice(at)];
  return order.map((field, index) => {
    const earlier = order.slice(0, index).some(({ key }) => key === field.showWhen?.field);
    return field.showWhen && !earlier ? { ...field, showWhen: null } : field;
  });
}

export function without(fields: FormField[], key: string): FormField[] {
  return fields
    .filter((field) => field.key !== key)
    .map((field) => (field.showWhen?.field === key ? { ...field, showWhen: null } : field));
}

export function embedCode(origin: string, slug: string): string {
  return `<script src="${origin}/forms.js" data-form="${slug}" async></script>`;
}
