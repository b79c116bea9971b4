/** The wall clock of a zone at an instant, as `2026-11-22 09:30:00`. */
export function toZoned(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(instant));
  return parts;
}

/** The instant at which the zone's clocks show this; in the hour that is skipped in spring, the hour after it. */
export function fromZoned(wall: string, zone: string): string {
  const wanted = Date.parse(`${wall.replace(' ', 'T')}Z`);
  const offset = (at: number) => Date.parse(`${toZoned(new Date(at).toISOString(), zone).replace(' ', 'T')}Z`) - at;
  const guess = wanted - offset(wanted);
  return new Date(wanted - offset(guess)).toISOString();
}
