import { type CustomObject, type ObjectFields, type ObjectType } from './objects';
import { changes } from './profile-draft';

/** All as text, for a form; fields under `attributes.<key>`. */
export type ObjectDraft = Record<string, string>;

export function objectDraft(type: ObjectType, object?: CustomObject): ObjectDraft {
  const draft: ObjectDraft = { key: object?.key ?? '' };
  for (const { key } of type.fields) {
    const value: unknown = object?.attributes[key];
    draft[`attributes.${key}`] = Array.isArray(value) ? value.join('\n') : value === undefined ? '' : String(value);
  }
  return draft;
}

/** The request that takes an object from one draft to the other; null when they are equal. */
export function objectChanges(from: ObjectDraft, to: ObjectDraft): ObjectFields | null {
  return changes(from, to) as ObjectFields | null;
}
