import { languages, type Language } from '@/shared/lib/languages';
import { type AttributeOption, type AttributeType, type AttributeWish, type DefinedAttribute } from './attribute-definitions';

type Names = Record<Language, string>;

/** An attribute as its form holds it: every name a text, every option a line. */
export type AttributeDraft = {
  key: string;
  type: AttributeType;
  label: Names;
  purpose: string;
  retentionDays: number | '';
  sensitivity: DefinedAttribute['sensitivity'];
  basis: DefinedAttribute['basis'];
  options: OptionDraft[];
  seenBy: string[] | null;
  editedBy: string[] | null;
};

export type OptionDraft = { code: string; label: Names };

export function namesOf(label: Record<string, string>): Names {
  return Object.fromEntries(languages.map(({ code }) => [code, label[code] ?? ''])) as Names;
}

export function draftOf(known: DefinedAttribute | undefined): AttributeDraft {
  return {
    key: known?.key ?? '',
    type: known?.type ?? 'TEXT',
    label: namesOf(known?.label ?? {}),
    purpose: known?.purpose ?? '',
    retentionDays: known?.retentionDays ?? '',
    sensitivity: known?.sensitivity ?? 'ORDINARY',
    basis: known?.basis ?? 'REFERENCE',
    options: (known?.options ?? []).map(({ code, label }) => ({ code, label: namesOf(label) })),
    seenBy: known?.seenBy ?? null,
    editedBy: known?.editedBy ?? null,
  };
}

export function hasOptions(type: AttributeType): boolean {
  return type === 'CHOICE' || type === 'LIST';
}

export function wishOf(draft: AttributeDraft): AttributeWish {
  const options: AttributeOption[] = draft.options
    .filter(({ code }) => code.trim() !== '')
    .map(({ code, label }) => ({ code: code.trim(), label: written(label) }));
  return {
    label: written(draft.label),
    purpose: draft.purpose.trim(),
    retentionDays: draft.retentionDays === '' ? null : draft.retentionDays,
    sensitivity: draft.sensitivity,
    basis: draft.basis,
    options: hasOptions(draft.type) ? options : [],
    seenBy: draft.seenBy,
    editedBy: draft.editedBy,
  };
}

/** What is of a special category is kept to owners until somebody says otherwise. */
export function withSensitivity(draft: AttributeDraft, sensitivity: AttributeDraft['sensitivity']): Partial<AttributeDraft> {
  return { sensitivity, ...(sensitivity === 'SPECIAL' && draft.seenBy === null && { seenBy: [] }) };
}

function written(names: Names): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([code, name]) => [code, name.trim()]).filter(([, name]) => name !== ''));
}

/** `Shoe size` is `shoe_size`; a name without Latin letters gives no key, and one is asked for. */
export function keyFrom(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 60);
}
