import { describe, expect, it } from 'vitest';
import { fromZoned, toZoned } from './zoned';

describe('the clock of a zone', () => {
  it('is read from an instant and back', () => {
    expect(toZoned('2026-11-22T07:30:00Z', 'Europe/Kyiv')).toBe('2026-11-22 09:30:00');
    expect(fromZoned('2026-11-22 09:30:00', 'Europe/Kyiv')).toBe('2026-11-22T07:30:00.000Z');
  });

  it('knows summer time and odd offsets', () => {
    expect(fromZoned('2026-07-01 09:30:00', 'Europe/Kyiv')).toBe('2026-07-01T06:30:00.000Z');
    expect(fromZoned('2026-07-01 09:30:00', 'Asia/Kathmandu')).toBe('2026-07-01T03:45:00.000Z');
  });

  it('answers something near for an hour that does not exist', () => {
    expect(['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z']).toContain(
      fromZoned('2026-03-29 03:30:00', 'Europe/Kyiv'),
    );
  });
});
