import { describe, expect, it } from 'vitest';
import { draftOf, keyFrom, namesOf, wishOf } from './attribute-draft';

describe('an attribute in its form', () => {
  it('leaves out empty names and options, and keeps for ever what has no days', () => {
    const draft = {
      ...draftOf(undefined),
      type: 'CHOICE' as const,
      label: namesOf({ en: ' Size ' }),
      purpose: ' Fit ',
      options: [
        { code: ' s ', label: namesOf({ uk: 'Малий' }) },
        { code: '', label: namesOf({}) },
      ],
    };

    expect(wishOf(draft)).toEqual({
      label: { en: 'Size' },
      purpose: 'Fit',
      retentionDays: null,
      sensitivity: 'ORDINARY',
      basis: 'REFERENCE',
      options: [{ code: 's', label: { uk: 'Малий' } }],
      seenBy: null,
      editedBy: null,
    });
  });

  it('takes no options where the type has none', () => {
    const draft = { ...draftOf(undefined), options: [{ code: 's', label: namesOf({}) }] };

    expect(wishOf(draft).options).toEqual([]);
  });

  it('makes a key of a Latin name and none of another', () => {
    expect(keyFrom('Größe der Schuhe!')).toBe('gro_e_der_schuhe');
    expect(keyFrom('2nd size')).toBe('nd_size');
    expect(keyFrom('Размер')).toBe('');
  });
});
