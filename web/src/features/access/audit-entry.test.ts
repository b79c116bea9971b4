import { expect, it } from 'vitest';
import { type AuditEntry } from './audit';
import { saidParts, screenOf, subjectText } from './audit-entry';

const person = '01a202b8-3319-798b-824c-3bae9be42d78';

function entry(subject: string, details: Record<string, unknown>): AuditEntry {
  return { id: 1, at: '2026-11-22T11:12:51Z', actor: 'user:1', action: 'x', subject, details };
}

it('leads to the screen of what it was done to, where there is one', () => {
  expect(screenOf(entry(person, { route: 'GET /api/v1/customers/{id}' }))).toBe(`/customers/${person}`);
  expect(screenOf(entry(person, { route: 'POST /api/v1/jobs/{id}/cancel' }))).toBeNull();
  expect(screenOf(entry('imports', { route: 'POST /api/v1/imports' }))).toBeNull();
  expect(screenOf(entry(person, {}))).toBeNull();
});

it('calls an id by its end, a name whole, and says nothing that the route already says', () => {
  expect(subjectText(entry(person, {}))).toBe('…9be42d78');
  expect(subjectText(entry('new@example.com', {}))).toBe('new@example.com');
  expect(subjectText(entry('imports/files', { route: 'POST /api/v1/imports/files' }))).toBe('');
});

it('says the details as parts, without the route and what is empty', () => {
  const details = { route: 'PUT /api/v1/x', role: 'sales', was: { name: 'A', on: false }, scopes: ['a', 'b'], none: null };
  expect(saidParts(entry('x', details))).toEqual(['role: sales', 'was.name: A', 'was.on: false', 'scopes: a, b']);
  expect(saidParts(entry('x', {}))).toEqual([]);
});
