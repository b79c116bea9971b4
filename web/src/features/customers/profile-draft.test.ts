import { describe, expect, it } from 'vitest';
import { changes } from './profile-draft';

describe('changes', () => {
  const before = { fullName: 'Ann', city: '', 'attributes.size': '38' };

  it('names only what differs, and an empty text clears', () => {
    expect(changes(before, { ...before })).toBeNull();
    expect(changes(before, { ...before, city: ' Kyiv ' })).toEqual({ city: 'Kyiv' });
    expect(changes(before, { ...before, 'attributes.size': '' })).toEqual({ attributes: { size: '' } });
  });

  it('leads back when its ends are exchanged', () => {
    const after = { ...before, fullName: 'Anna', city: 'Kyiv' };

    expect(changes(after, before)).toEqual({ fullName: 'Ann', city: '' });
  });
});
