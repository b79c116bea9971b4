import { describe, expect, it } from 'vitest';
import { formatter, minorDigits } from './format';

const english = formatter('en-US', 'America/New_York');
const ukrainian = formatter('uk-UA', 'Europe/Kyiv');

describe('formats', () => {
  it('know how many digits a currency has', () => {
    expect([minorDigits('USD'), minorDigits('JPY'), minorDigits('KWD')]).toEqual([2, 0, 3]);
  });

  it('write money from minor units in the way of the locale', () => {
    expect(english.money({ minor: 123456, currency: 'USD' })).toBe('$1,234.56');
    expect(ukrainian.money({ minor: 123456, currency: 'UAH' }).replaceAll(/\s/g, ' ')).toBe('1 234,56 ₴');
    expect(english.money({ minor: 500, currency: 'JPY' })).toBe('¥500');
  });

  it('put an instant into the zone of the organisation', () => {
    expect(english.date('2026-01-01T03:00:00Z')).toBe('Dec 31, 2025');
    expect(ukrainian.date('2026-01-01T03:00:00Z')).toContain('2026');
  });

  it('leave a date without time where it is', () => {
    expect(english.day('1990-03-01')).toBe('Mar 1, 1990');
  });

  it('say how long ago in the largest unit that fits', () => {
    const now = '2026-06-01T12:00:00Z';

    expect(english.relative('2026-06-01T11:59:30Z', now)).toBe('30 seconds ago');
    expect(english.relative('2026-05-31T11:00:00Z', now)).toBe('yesterday');
    expect(english.relative('2026-06-01T15:00:00Z', now)).toBe('in 3 hours');
  });

  it('shorten sizes and durations', () => {
    expect(english.bytes(81_300_000_000)).toBe('81.3 GB');
    expect(english.bytes(0)).toBe('0 byte');
    expect(english.duration(0.42)).toBe('420ms');
    expect(english.duration(3_725)).toBe('1h 2m');
  });
});
