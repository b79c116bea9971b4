import { describe, expect, it } from 'vitest';
import { finds, isZone, zoneOptions } from './zones';

const winter = new Date('2026-01-15T12:00:00Z');
const summer = new Date('2026-07-15T12:00:00Z');

function labelOf(zone: string, instant: Date) {
  return zoneOptions(instant, zone).find(({ value }) => value === zone)?.label;
}

describe('the zones to choose from', () => {
  it('show the offset of the moment, summer time included', () => {
    expect(labelOf('America/New_York', winter)).toBe('America/New York (UTC-05:00)');
    expect(labelOf('America/New_York', summer)).toBe('America/New York (UTC-04:00)');
    expect(labelOf('UTC', winter)).toBe('UTC (UTC+00:00)');
  });

  it('hold the chosen zone even under a name the browser does not list', () => {
    expect(zoneOptions(winter, 'Europe/Kiev').map(({ value }) => value)).toContain('Europe/Kiev');
  });

  it('leave out what is no zone', () => {
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(zoneOptions(winter, 'Mars/Olympus').map(({ value }) => value)).not.toContain('Mars/Olympus');
  });

  it('are found by a city in any spelling', () => {
    expect(finds('new york', 'America/New York (UTC-05:00)')).toBe(true);
    expect(finds('america/new_york', 'America/New York (UTC-05:00)')).toBe(true);
    expect(finds('tokyo', 'America/New York (UTC-05:00)')).toBe(false);
  });
});
