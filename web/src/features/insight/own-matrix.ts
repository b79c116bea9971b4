import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { type Rule, type ValueCheck } from '@/shared/rules/rules';

export const orderSides = ['COUNT', 'REVENUE', 'AVERAGE', 'DAYS_SINCE_LAST'] as const;
export const letterSides = ['message.sent', 'message.opened', 'message.clicked'] as const;
export type Measure = (typeof orderSides)[number] | (typeof letterSides)[number];

/** One side of a matrix: what is measured, of how many days (null for all), and the largest value of each band but the last. */
export type Side = { measure: Measure; days: number | null; tops: number[] };

export const measures: readonly Measure[] = [...orderSides, ...letterSides];

export const isMoney = (measure: Measure): boolean => measure === 'REVENUE' || measure === 'AVERAGE';

/** How actively people buy against how actively they read. */
export const usualSides: { rows: Side; columns: Side } = {
  rows: { measure: 'COUNT', days: 180, tops: [0, 1, 3] },
  columns: { measure: 'message.opened', days: 90, tops: [0, 2, 5] },
};

const usualTops: Record<Measure, number[]> = {
  COUNT: [0, 1, 3],
  REVENUE: [5_000, 20_000],
  AVERAGE: [2_000, 5_000],
  DAYS_SINCE_LAST: [30, 90, 180],
  'message.sent': [0, 5, 20],
  'message.opened': [0, 2, 5],
  'message.clicked': [0, 1, 3],
};

export const sideOf = (measure: Measure, days: number | null): Side => ({ measure, days, tops: usualTops[measure] });

/** The bands of a side from low to high, each with who is in it. */
export function bandsOf({ measure, days, tops }: Side): { from: number; to: number | null; rule: Rule }[] {
  return [...tops, null].map((to, index) => {
    const from = index === 0 ? 0 : (tops[index - 1] ?? 0) + 1;
    return { from, to, rule: measured(measure, days, checkOf(index === 0 ? null : from, to)) };
  });
}

function checkOf(from: number | null, to: number | null): ValueCheck {
  if (from === null) return { operator: 'AT_MOST', values: [String(to ?? 0)] };
  if (to === null) return { operator: 'AT_LEAST', values: [String(from)] };
  return { operator: 'BETWEEN', values: [String(from), String(to)] };
}

function measured(measure: Measure, days: number | null, check: ValueCheck): Rule {
  const window = { days, from: null, to: null };
  if (measure.startsWith('message.')) {
    return { kind: 'events', events: { type: measure, where: [] }, measure: 'COUNT', property: null, check, window };
  }
  return {
    kind: 'orders',
    measure: measure as (typeof orderSides)[number],
    check,
    window,
    statuses: [],
    products: null,
    paymentMethods: [],
    sources: [],
  };
}

/** A side as a piece of an address, and back: `COUNT.180.0-1-3`. */
export const written = ({ measure, days, tops }: Side): string => [measure, days ?? 'all', tops.join('-')].join('~');

export function readSide(text: string | undefined, usual: Side): Side {
  const [measure, days, tops] = (text ?? '').split('~');
  const known = measures.find((one) => one === measure);
  const numbers = (tops ?? '').split('-').map(Number);
  if (!known || numbers.length > 7 || numbers.some((top, i) => !Number.isInteger(top) || top < (numbers[i - 1] ?? 0))) return usual;
  return { measure: known, days: days === 'all' ? null : Math.max(1, Number(days) || 90), tops: numbers };
}

export function useCross(rows: Side, columns: Side) {
  return useQuery({
    queryKey: ['insight', 'cross', rows, columns],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/v1/insight/cross/preview', {
          body: { rows: bandsOf(rows).map(({ rule }) => rule), columns: bandsOf(columns).map(({ rule }) => rule) },
          signal,
        }),
      ),
  });
}
