import { describe, expect, it } from 'vitest';
import { type CustomerCard } from './customer-card';
import { chosenOf, mergeRows, sideOf } from './merge-rows';

const card = (facts: Partial<CustomerCard>) => ({ name: '', ...facts }) as CustomerCard;
const ann = card({ name: 'Ann', city: 'Kyiv', country: 'UA', email: 'ann@example.com' });
const anna = card({ name: 'Anna', phone: '+380501112233', email: 'anna@example.com' });

describe('two people side by side', () => {
  it('shows what at least one of them has', () => {
    expect(mergeRows(ann, anna).map(({ part }) => part)).toEqual(['name', 'email', 'phone', 'place']);
  });

  it('keeps the value of the one who stays, unless only the other has one or it was chosen', () => {
    const rows = mergeRows(ann, anna);
    const side = (part: string, chosen: Parameters<typeof sideOf>[1]) => rows.filter((row) => row.part === part).map((row) => sideOf(row, chosen));

    expect(side('name', {})).toEqual(['KEPT']);
    expect(side('name', { name: 'OTHER' })).toEqual(['OTHER']);
    expect(side('phone', { phone: 'KEPT' })).toEqual(['OTHER']);
  });

  it('tells only where they contradict one another, of what the reader may change', () => {
    const rows = mergeRows(ann, anna);

    expect(chosenOf(rows, { email: 'OTHER' }, () => true)).toEqual({ name: 'KEPT', email: 'OTHER' });
    expect(chosenOf(rows, {}, (field) => field !== 'email')).toEqual({ name: 'KEPT' });
  });
});
