import { describe, expect, it } from 'vitest';
import { personName } from './person-name';

const till = { source: 'Till', value: 'C-1024' };

describe('personName', () => {
  it('takes the name, then an address, then the id at a source', () => {
    expect(personName({ name: 'Ann', email: 'ann@example.com', externalId: till })).toBe('Ann');
    expect(personName({ name: '', email: 'ann@example.com', externalId: till })).toBe('ann@example.com');
    expect(personName({ name: '', phone: '+380501112233' })).toBe('+380501112233');
    expect(personName({ name: '', email: null, externalId: till })).toBe('C-1024 · Till');
    expect(personName({ name: '' })).toBeUndefined();
  });
});
