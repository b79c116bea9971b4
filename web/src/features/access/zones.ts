/** Every zone the browser knows, with its offset at an instant: `Europe/Kyiv`, `UTC+02:00`. */
export function zoneOptions(instant: Date, chosen: string): { value: string; label: string }[] {
  const known = Intl.supportedValuesOf('timeZone');
  const zones = [...new Set(['UTC', ...known, ...(isZone(chosen) ? [chosen] : [])])];
  return zones.map((zone) => ({ value: zone, label: `${zone.replaceAll('_', ' ')} (${offset(zone, instant)})` }));
}

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

function offset(zone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC');
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s/_-]+/g, ' ').trim();
}

/** Finds `New York` in `America/New York (UTC-05:00)`, whatever the case and the separators. */
export function finds(search: string, label: string): boolean {
  return plain(label).includes(plain(search));
}

/** The zone of whoever is starting, as a first guess. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
