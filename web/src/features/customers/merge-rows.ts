import { type CustomerCard } from './customer-card';

export type Side = 'KEPT' | 'OTHER';
export type MergePart = 'name' | 'email' | 'phone' | 'place' | 'zone' | 'language' | 'birthDate' | 'sex';
export type MergeRow = { part: MergePart; kept: string; other: string };

const parts: [MergePart, (card: CustomerCard) => string | null | undefined][] = [
  ['name', (card) => card.name],
  ['email', (card) => card.email],
  ['phone', (card) => card.phone],
  ['place', (card) => [card.district, card.city, card.region, card.country].filter(Boolean).join(', ')],
  ['zone', (card) => card.zone],
  ['language', (card) => card.language],
  ['birthDate', (card) => card.birthDate],
  ['sex', (card) => card.sex],
];

/** What at least one of the two has, side by side. */
export function mergeRows(kept: CustomerCard, other: CustomerCard): MergeRow[] {
  return parts
    .map(([part, of]) => ({ part, kept: of(kept) ?? '', other: of(other) ?? '' }))
    .filter((row) => row.kept !== '' || row.other !== '');
}

/** Whose value is shown before anybody chose: the kept one's, unless they have none. */
export const sideOf = (row: MergeRow, chosen: Partial<Record<MergePart, Side>>): Side =>
  row.kept === '' ? 'OTHER' : row.other === '' ? 'KEPT' : chosen[row.part] ?? 'KEPT';

/** What is told: where the two contradict one another, of what the reader may change; a value alone is shown by itself. */
export function chosenOf(
  rows: MergeRow[],
  chosen: Partial<Record<MergePart, Side>>,
  edits: (field: string) => boolean,
): Record<string, Side> {
  const both = rows.filter(({ kept, other }) => kept !== '' && other !== '' && kept !== other);
  const told = both.filter(({ part }) => (part === 'place' ? ['country', 'region', 'city', 'district'].every(edits) : edits(part)));
  return Object.fromEntries(told.map((row) => [row.part, sideOf(row, chosen)]));
}
