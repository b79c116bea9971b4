import { describe, expect, test } from 'vitest';
import { reducePanel, type Panel } from './panel';

const empty: Panel = { parts: {}, fresh: new Set(), running: false, error: undefined };
const total = (people: number) => ({ part: 'total', asOf: '2026-11-01T00:00:00Z', total: people, base: 9 }) as const;

describe('the panel of a rule', () => {
  test('keeps what the rule before was told until its own parts come', () => {
    const told = reducePanel(reducePanel(empty, { type: 'asked' }), { type: 'told', part: total(4) });
    const asked = reducePanel(told, { type: 'asked' });
    expect(asked.parts.total?.total).toBe(4);
    expect(asked.fresh.has('total')).toBe(false);
    const next = reducePanel(asked, { type: 'told', part: total(5) });
    expect(next.parts.total?.total).toBe(5);
    expect(next.fresh.has('total')).toBe(true);
  });

  test('says an error until the next question', () => {
    const failed = reducePanel(empty, { type: 'ended', error: new Error('slow') });
    expect(failed.error).toBeInstanceOf(Error);
    expect(reducePanel(failed, { type: 'asked' }).error).toBeUndefined();
  });
});
