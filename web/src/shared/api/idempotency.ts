import { useCallback, useRef } from 'react';
import { randomId } from '@/shared/lib/random-id';

/**
 * One key for one intention: a form sent twice, or retried after a lost answer, creates once.
 * `headers()` goes with the POST, `renew()` after it succeeded.
 */
export function useIdempotencyKey() {
  const key = useRef(randomId());
  const headers = useCallback(() => ({ 'Idempotency-Key': key.current }), []);
  const renew = useCallback(() => {
    key.current = randomId();
  }, []);
  return { headers, renew };
}
