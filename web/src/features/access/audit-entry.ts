import { type AuditEntry } from './audit';

const screens = ['customers', 'companies', 'segments', 'campaigns', 'templates', 'imports', 'orders', 'products'];
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The part of the address that says what it was done to, such as `customers`; empty when the entry names no route. */
function kindOf(entry: AuditEntry): string {
  return /\/api\/v1\/([a-z-]+)/.exec(routeOf(entry))?.[1] ?? '';
}

function detailsOf({ details }: AuditEntry): Record<string, unknown> {
  return (details ?? {}) as Record<string, unknown>;
}

function routeOf(entry: AuditEntry): string {
  const { route } = detailsOf(entry);
  return typeof route === 'string' ? route : '';
}

/** The screen of what it was done to; null when there is none. */
export function screenOf(entry: AuditEntry): string | null {
  const kind = kindOf(entry);
  return screens.includes(kind) && id.test(entry.subject) ? `/${kind}/${entry.subject}` : null;
}

/** An id by its end, which is what differs; a name whole; empty when the subject only repeats the route. */
export function subjectText(entry: AuditEntry): string {
  if (id.test(entry.subject)) return `…${entry.subject.slice(-8)}`;
  return routeOf(entry).endsWith(`/${entry.subject}`) ? '' : entry.subject;
}

/** What an entry says beyond its route, as `name: value` parts. */
export function saidParts(entry: AuditEntry): string[] {
  return partsOf('', Object.fromEntries(Object.entries(detailsOf(entry)).filter(([key]) => key !== 'route')));
}

function partsOf(path: string, value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) return [`${path}: ${value.join(', ')}`];
  if (typeof value !== 'object') return [`${path}: ${String(value)}`];
  return Object.entries(value).flatMap(([key, part]) => partsOf(path === '' ? key : `${path}.${key}`, part));
}
