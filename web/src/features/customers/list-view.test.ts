import { describe, expect, it } from 'vitest';
import { exportHref, usualColumns, viewFromUrl, viewToUrl, type ListView } from './list-view';

const view: ListView = {
  q: '',
  rule: { kind: 'all', rules: [{ kind: 'field', field: 'COUNTRY', check: { operator: 'IS', values: ['UA'] } }] },
  order: 'REVENUE',
  descending: false,
  columns: ['name', 'revenue'],
};

describe('a view of the list', () => {
  it('survives the address', () => {
    expect(viewFromUrl(viewToUrl(view) as Record<string, string>)).toEqual(view);
  });

  it('is everybody, the newest first, when the address says nothing', () => {
    expect(viewFromUrl({})).toEqual({ q: '', rule: null, order: 'NEWEST', descending: true, columns: usualColumns });
  });

  it('leaves out a rule that is not filled in yet', () => {
    const started = { kind: 'all', rules: [{ kind: 'field', field: 'CITY', check: { operator: 'IS', values: [] } }] };

    expect(viewFromUrl({ rule: JSON.stringify(started) }).rule).toBeNull();
  });

  it('is exported whole', () => {
    expect(exportHref(view, 'xlsx')).toContain('order=REVENUE&descending=false&rule=');
  });
});
