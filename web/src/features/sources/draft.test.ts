import { describe, expect, it } from 'vitest';
import { draftFaults, draftOf, foreignCurrencies, requestOf } from './draft';
import { preview } from './testing/samples';

const draft = draftOf(preview);

describe('a draft of an import', () => {
  it('begins with what was chosen for the last file with these columns', () => {
    const mapping = [{ column: 3, field: 'email', attribute: null }];
    const remembered = { kind: 'customers' as const, source: 'Till', mapping, dateOrder: null, decimalMark: null, currency: null, country: 'UA', rates: null };
    const again = draftOf({ ...preview, remembered });
    expect(again).toMatchObject({ kind: 'customers', country: 'UA' });
    expect(again.mappings.customers).toEqual(mapping);
  });

  it('begins with what the file seems to be', () => {
    expect(draft.kind).toBe('orders');
    expect(draft.decimalMark).toBe('point');
    expect(draftOf({ ...preview, suggestedKind: 'customers' }, 'orders').kind).toBe('orders');
    expect(draftOf({ ...preview, suggestedKind: 'customers' }).kind).toBe('customers');
  });

  it('is ready when all needs are met', () => {
    expect(draftFaults(draft)).toEqual([]);
    expect(draftFaults({ ...draft, mappings: { ...draft.mappings, orders: [] } })).toEqual(['needs']);
  });

  it('asks for the proof of a consent of all', () => {
    const customers = { ...draft, kind: 'customers' as const, consentChannels: ['email' as const] };

    expect(draftFaults(customers)).toEqual(['consent']);
    expect(requestOf({ ...customers, consentText: 'said yes', consentDay: '2026-05-01' }, { ...preview, fileId: 'f' }, 'Shop', 'USD').consent).toEqual({
      channels: ['email'],
      text: 'said yes',
      givenAt: '2026-05-01T12:00:00Z',
    });
  });

  it('sends neither the consent nor the rates of another kind', () => {
    const filled = { ...draft, consentChannels: ['sms' as const], rates: { EUR: 1.1, USD: 1 } };

    expect(requestOf(filled, { ...preview, fileId: 'f' }, ' Web shop ', 'USD')).toMatchObject({
      source: 'Web shop',
      consent: null,
      rates: { EUR: 1.1 },
    });
    expect(requestOf({ ...filled, kind: 'customers' }, { ...preview, fileId: 'f' }, ' Web shop ', 'USD').rates).toBeNull();
  });

  it('asks for rates of the currencies that it sees or that a trial missed', () => {
    const orders = [...draft.mappings.orders, { column: 3, field: 'currency', attribute: null }];
    const mapped = { ...draft, mappings: { ...draft.mappings, orders } };

    expect(foreignCurrencies(mapped, preview, 'USD', ['PLN'])).toEqual(['EUR', 'PLN']);
    expect(foreignCurrencies(draft, preview, 'USD', [])).toEqual([]);
  });
});
