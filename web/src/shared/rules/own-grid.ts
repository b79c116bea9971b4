import { minorDigits } from '@/shared/lib/format';
import { eventName } from './event-names';
import { labelOf, type Words } from './rule-sentence';
import { type Vocabulary } from './rules';

/** A matrix that somebody made of any two measures. */
export type OwnGrid = Vocabulary['grids'][number];
export type GridSide = OwnGrid['rows'];

/** The figures of orders that a side may measure; any other measure is a number of customers or a type of events. */
export const orderSides = ['COUNT', 'REVENUE', 'AVERAGE', 'DAYS_SINCE_LAST'] as const;
type OrderSide = (typeof orderSides)[number];

export const isOrderSide = (measure: string): measure is OrderSide => (orderSides as readonly string[]).includes(measure);

const ownPrefix = 'attribute.';
const numbers: readonly string[] = ['NUMBER', 'WHOLE', 'COUNT'];

/** The key of the number of customers that a side measures. */
export const numberKey = (measure: string): string | null => (measure.startsWith(ownPrefix) ? measure.slice(ownPrefix.length) : null);

/** The numbers that customers have of their own, as sides name them. */
export const numberSides = ({ vocabulary }: Words): string[] =>
  (vocabulary?.fields ?? []).filter(({ type }) => numbers.includes(type)).map(({ key }) => ownPrefix + key);

/** How many of what is kept make one of what people read. */
export function unitOf(measure: string, currency: string): number {
  return measure === 'REVENUE' || measure === 'AVERAGE' ? 10 ** minorDigits(currency) : 1;
}

export function sideTitle(measure: string, words: Words): string {
  const key = numberKey(measure);
  if (key !== null) return labelOf(words.vocabulary?.fields.find((field) => field.key === key)?.label, key, words.language);
  return isOrderSide(measure) ? words.t(`measureTitle.${measure}`) : eventName(measure, words);
}

/** The values of a band, from 1; a number may have fractions, so that its bands begin above a border. */
export function bandText({ measure, tops }: GridSide, band: number, { format, currency }: Words): string {
  if (numberKey(measure) !== null) {
    const [below, top] = [tops[band - 2], tops[band - 1]];
    return [below !== undefined && `>\u00A0${format.number(below)}`, top !== undefined && `≤\u00A0${format.number(top)}`].filter(Boolean).join(', ');
  }
  const unit = unitOf(measure, currency);
  const from = band === 1 ? 0 : (tops[band - 2] ?? 0) + 1;
  const to = tops[band - 1];
  if (to === undefined) return `${format.number(from / unit)}+`;
  return from === to ? format.number(from / unit) : `${format.number(from / unit)}–${format.number(to / unit)}`;
}

export const ownGrid = (grid: string, { vocabulary }: Words): OwnGrid | undefined =>
  vocabulary?.grids.find((one) => one.grid === grid);

/** A cell by both of its bands. */
export function ownCellName({ rows, columns }: Pick<OwnGrid, 'rows' | 'columns'>, cell: string, words: Words): string {
  const [row = 1, column = 1] = cell.split('-').map(Number);
  const said = (side: GridSide, band: number) => `${sideTitle(side.measure, words)} ${bandText(side, band, words)}`;
  return words.t('cells.own', { row: said(rows, row), column: said(columns, column) });
}

export function ownCells({ rows, columns }: OwnGrid): string[] {
  return [...rows.tops, 0].flatMap((_, row) => [...columns.tops, 0].map((__, column) => `${row + 1}-${column + 1}`));
}
