import { type CustomerFields } from './edit-customer';

type Data = Record<string, unknown>;

const OWN = 'attribute.';

/** The key of a custom attribute of ours; undefined of a usual field. */
export const ownKey = (field: string): string | undefined =>
  field.startsWith(OWN) ? field.slice(OWN.length) : undefined;

/** What an edit said of each field, custom ones as `attribute.<key>`. */
export function saidIn(data: Data): Data {
  const { attributes, ...usual } = (data['said'] ?? {}) as Data & { attributes?: Data };
  const own = Object.entries(attributes ?? {}).map(([key, value]) => [OWN + key, value] as const);
  return { ...usual, ...Object.fromEntries(own) };
}

const addresses = ['email', 'phone'];
const names = ['fullName', 'givenName', 'familyName', 'middleName'];

/**
 * The edit that takes an edit back; undefined where something was said since, where an address came or went, which is taken
 * back at the address, and where nobody would be left with a name.
 */
export function takenBack(data: Data): CustomerFields | undefined {
  const was = (data['was'] ?? {}) as Data;
  const fields = Object.keys(saidIn(data));
  const nameless = fields.some((field) => names.includes(field) && was[field] === undefined);
  if (data['last'] !== true || nameless || fields.length === 0 || fields.some((field) => addresses.includes(field))) return undefined;
  const usual: Record<string, string> = {};
  const own: Record<string, string> = {};
  for (const field of fields) {
    const key = ownKey(field);
    if (key === undefined) usual[field] = written(was[field]);
    else own[key] = written(was[field]);
  }
  return { ...usual, ...(Object.keys(own).length > 0 && { attributes: own }) };
}

function written(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : String(value ?? '');
}
