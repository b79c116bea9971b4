import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';
import { type TableFormat } from '@/shared/ui/export-menu';

export type AuditEntry = Answer<'/api/v1/audit', 'get'>['items'][number];

/** Days are those of the browser; `to` is the last one that is shown. */
export type AuditFilter = { actor: string; action: string; subject: string; from: string; to: string };
export const noFilter: AuditFilter = { actor: '', action: '', subject: '', from: '', to: '' };

/** What the rooms themselves say of what is done; else the action is the operation, or in old entries the right. */
export const ownActions = [
  'session.started',
  'session.refused',
  'session.ended',
  'account.created',
  'account.password-changed',
  'account.password-reset',
  'account.password-refused',
  'account.passkey-added',
  'account.passkey-renamed',
  'account.passkey-removed',
  'account.second-factor-set',
  'account.second-factor-removed',
  'user.invited',
  'user.uninvited',
  'user.joined',
  'user.role-changed',
  'user.deactivated',
  'user.activated',
  'user.team-changed',
  'team.created',
  'team.changed',
  'team.removed',
  'role.created',
  'role.changed',
  'role.removed',
  'api-key.created',
  'api-key.revoked',
  'organisation.changed',
  'customers.exported',
  'customers.special-read',
  'attributes.expired',
  'sending.released',
  'audit.exported',
] as const;


function instantOf(day: string, plusDays: number): string {
  const midnight = new Date(`${day}T00:00:00`);
  midnight.setDate(midnight.getDate() + plusDays);
  return midnight.toISOString();
}

function asked(filter: AuditFilter) {
  return {
    ...(filter.actor && { actor: filter.actor }),
    ...(filter.action && { action: filter.action }),
    ...(filter.subject && { subject: filter.subject }),
    ...(filter.from && { from: instantOf(filter.from, 0) }),
    ...(filter.to && { to: instantOf(filter.to, 1) }),
  };
}

export function useAudit(filter: AuditFilter) {
  return useKeyset<AuditEntry>({
    queryKey: ['audit', filter],
    fetch: (cursor, signal) => {
      const query = { ...asked(filter), ...(cursor && { cursor: Number(cursor) }) };
      return unwrap(api.GET('/api/v1/audit', { params: { query }, signal }));
    },
  });
}

export function auditHref(filter: AuditFilter, format: TableFormat): string {
  return `/api/v1/audit/export.${format}?${new URLSearchParams(asked(filter)).toString()}`;
}
