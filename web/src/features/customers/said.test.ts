import { describe, expect, it } from 'vitest';
import { saidIn, takenBack } from './said';

describe('an edit of the timeline', () => {
  it('tells custom attributes beside the usual fields', () => {
    expect(saidIn({ said: { city: 'Odesa', attributes: { vip: true } } })).toEqual({ city: 'Odesa', 'attribute.vip': true });
  });

  it('is taken back to what was said before', () => {
    const data = {
      said: { city: 'Odesa', region: 'Odesa', attributes: { likes: ['tea'] } },
      was: { city: 'Lviv', 'attribute.likes': ['oats', 'milk'] },
      last: true,
    };

    expect(takenBack(data)).toEqual({ city: 'Lviv', region: '', attributes: { likes: 'oats\nmilk' } });
  });

  it('is not taken back over a later word, an address, or the only name', () => {
    expect(takenBack({ said: { city: 'Odesa' }, was: { city: 'Lviv' }, last: false })).toBeUndefined();
    expect(takenBack({ said: { email: 'a@example.com' }, was: { email: 'b@example.com' }, last: true })).toBeUndefined();
    expect(takenBack({ said: { fullName: 'Ann', city: 'Lviv' }, was: {}, last: true })).toBeUndefined();
  });
});
