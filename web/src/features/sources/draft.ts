import { keyFaults, needsOf, type ColumnMapping } from './fields';
import { kinds, type ImportKind, type NewImportFile } from './imports';
import { type FilePreview } from './upload-file';

export type Channel = 'email' | 'sms';

/** A file of an import as it is being filled in. A mapping is kept for each kind, so that switching back loses nothing. */
export type ImportDraft = {
  kind: ImportKind;
  mappings: Record<ImportKind, ColumnMapping[]>;
  dateOrder: 'dmy' | 'mdy' | '';
  decimalMark: 'comma' | 'point' | '';
  currency: string;
  country: string;
  rates: Record<string, number>;
  consentChannels: Channel[];
  consentText: string;
  consentDay: string;
};

/** What the file seems to be; `wished` is what the reader came for, when the file itself does not tell. */
export function draftOf(preview: FilePreview, wished?: string): ImportDraft {
  const { remembered } = preview;
  const suggested = (kind: ImportKind) =>
    preview.kinds.find((one) => one.kind === kind)?.suggestedMapping ?? [];
  const wishedKind = kinds.find((kind) => kind === wished);
  const told = preview.suggestedKind !== 'customers' ? preview.suggestedKind : (wishedKind ?? 'customers');
  return {
    kind: remembered?.kind ?? told,
    mappings: {
      customers: suggested('customers'),
      products: suggested('products'),
      orders: suggested('orders'),
      lines: suggested('lines'),
      payments: suggested('payments'),
      suppressions: suggested('suppressions'),
      ...(remembered && { [remembered.kind]: remembered.mapping }),
    },
    dateOrder: preview.suggestedDateOrder ?? remembered?.dateOrder ?? '',
    decimalMark: preview.suggestedDecimalMark ?? remembered?.decimalMark ?? '',
    currency: remembered?.currency ?? '',
    country: remembered?.country ?? '',
    rates: remembered?.rates ?? {},
    consentChannels: [],
    consentText: '',
    consentDay: '',
  };
}

export type DraftFault = 'needs' | 'keys' | 'consent';

/** What stands in the way of importing the file. */
export function draftFaults(draft: ImportDraft): DraftFault[] {
  const mapping = draft.mappings[draft.kind];
  const faults: [DraftFault, boolean][] = [
    ['needs', needsOf(draft.kind, mapping).some(({ met }) => !met)],
    ['keys', keyFaults(mapping).size > 0],
    ['consent', hasConsent(draft) && draft.consentText.trim() === ''],
  ];
  return faults.filter(([, wrong]) => wrong).map(([fault]) => fault);
}

/** Whether the file has sums of money. */
export function hasSums(kind: ImportKind): boolean {
  return kind !== 'customers' && kind !== 'suppressions';
}

function hasConsent({ kind, consentChannels }: ImportDraft): boolean {
  return kind === 'customers' && consentChannels.length > 0;
}

export function requestOf(draft: ImportDraft, { fileId, form }: FilePreview, source: string, base: string): NewImportFile {
  const orders = draft.kind === 'orders';
  const sums = hasSums(draft.kind);
  const foreign = Object.entries(draft.rates).filter(([code, rate]) => rate > 0 && code !== base);
  return {
    fileId,
    form,
    kind: draft.kind,
    source: source.trim(),
    mapping: draft.mappings[draft.kind],
    dateOrder: draft.dateOrder || null,
    decimalMark: draft.decimalMark || null,
    currency: sums && draft.currency ? draft.currency : null,
    country: draft.country || null,
    rates: orders && foreign.length > 0 ? Object.fromEntries(foreign) : null,
    consent: hasConsent(draft)
      ? {
          channels: draft.consentChannels,
          text: draft.consentText.trim(),
          givenAt: draft.consentDay ? `${draft.consentDay}T12:00:00Z` : null,
        }
      : null,
  };
}

/** Currencies other than the organisation's that the import needs a rate for. */
export function foreignCurrencies(draft: ImportDraft, preview: FilePreview, base: string, missed: string[]): string[] {
  if (draft.kind !== 'orders') return [];
  const column = draft.mappings.orders.find(({ field }) => field === 'currency')?.column;
  const seen = column === undefined ? [] : preview.first.map((row) => (row[column] ?? '').trim().toUpperCase());
  const all = new Set([...seen, draft.currency, ...missed, ...Object.keys(draft.rates)]);
  return [...all].filter((code) => /^[A-Z]{3}$/.test(code) && code !== base).toSorted();
}
