import { useCallback } from 'react';
import { useSession, type Session } from './session';

/** One of a closed set; the server publishes at each route which one it needs (`x-permission`). */
export type Permission = Session['role']['permissions'][number];

/**
 * Whether the signed-in person has a right: `may('segments.edit')`. Only spares people a refusal: the server is the one
 * who refuses. Nothing asked for is always allowed.
 */
export function useMay(): (permission: Permission | undefined) => boolean {
  const session = useSession();
  return useCallback(
    (permission) => permission === undefined || session === null || session.role.permissions.includes(permission),
    [session],
  );
}
