import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { isOrderSide, numberKey } from '@/shared/rules/own-grid';

export type Crossed = Answer<'/api/v1/insight/cross/preview', 'post'>;
export type OwnMatrix = Answer<'/api/v1/insight/own-matrices', 'get'>['items'][number];
export type OwnVersion = Answer<'/api/v1/insight/own-matrices/{id}/versions', 'get'>['items'][number];

/** One side of a matrix: what is measured, of how many days (null for all), and the largest value of each band but the last. */
export type Side = { measure: string; days: number | null; tops: number[] };
export type Sides = { rows: Side; columns: Side };

/** How actively people buy against how actively they read. */
export const usualSides: Sides = {
  rows: { measure: 'COUNT', days: 180, tops: [0, 1, 3] },
  columns: { measure: 'message.opened', days: 90, tops: [0, 2, 5] },
};

const mostBorders = 7;

const usualTops: Record<string, number[]> = {
  COUNT: [0, 1, 3],
  REVENUE: [5_000, 20_000],
  AVERAGE: [2_000, 5_000],
  DAYS_SINCE_LAST: [30, 90, 180],
  'message.sent': [0, 5, 20],
  'message.clicked': [0, 1, 3],
};

/** What a customer has is asked as it is now, of no period. */
export const sideOf = (measure: string, days: number | null): Side => ({
  measure,
  days: numberKey(measure) === null ? days : null,
  tops: usualTops[measure] ?? [0, 2, 5],
});

/** Borders as somebody writes them; null when they are not from low to high. */
export function readBorders(text: string): number[] | null {
  const tops = text.split(/[;,\s]+/).filter(Boolean).map(Number);
  const sound = tops.length > 0 && tops.length <= mostBorders && tops.every((top, i) => Number.isInteger(top) && top >= (tops[i - 1] ?? -Infinity));
  return sound ? tops : null;
}

/** The sides of a matrix or of one of its versions. */
export const sidesOf = ({ rows, columns }: Pick<OwnMatrix, 'rows' | 'columns'>): Sides => ({
  rows: { ...rows, days: rows.days ?? null },
  columns: { ...columns, days: columns.days ?? null },
});

/** A side as a piece of an address, and back: `COUNT~180~0_1_3`. */
export const written = ({ measure, days, tops }: Side): string => [measure, days ?? 'all', tops.join('_')].join('~');

export const sameSides = (one: Sides, other: Sides): boolean =>
  written(one.rows) === written(other.rows) && written(one.columns) === written(other.columns);

export function readSide(text: string | undefined, usual: Side): Side {
  const [measure = '', days, tops] = (text ?? '').split('~');
  const borders = readBorders((tops ?? '').replaceAll('_', ' '));
  // Events have types of all sorts; figures of orders are known.
  const known = isOrderSide(measure) || /[a-z]/.test(measure);
  const ofNumber = numberKey(measure) !== null;
  if (!known || !borders || (!ofNumber && (borders[0] ?? 0) < 0)) return usual;
  return { measure, days: days === 'all' || ofNumber ? null : Math.max(1, Number(days) || 90), tops: borders };
}

export function useCross(sides: Sides) {
  return useQuery({
    queryKey: ['insight', 'cross', sides],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/insight/cross/preview', { body: sides, signal })),
  });
}

const matricesKey = ['insight', 'own-matrices'];

export function useOwnMatrices() {
  return useQuery({
    queryKey: matricesKey,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/insight/own-matrices', { signal })),
    select: ({ items }) => items,
  });
}

export function useOwnVersions(id: string) {
  return useQuery({
    queryKey: [...matricesKey, id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/insight/own-matrices/{id}/versions', { params: { path: { id } }, signal })),
    select: ({ items }) => items,
  });
}

/** The list itself is put right at once, so that what is drawn next knows the matrix. */
function useSettled() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: matricesKey });
    void client.invalidateQueries({ queryKey: ['insight', 'trend'] });
    void client.invalidateQueries({ queryKey: ['insight', 'moves'] });
    void client.invalidateQueries({ queryKey: ['segments', 'vocabulary'] });
  };
}

export function useMakeMatrixOfOwn() {
  const settled = useSettled();
  const { headers, renew } = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: { name: string } & Sides) =>
      unwrap(api.POST('/api/v1/insight/own-matrices', { body, headers: headers() })),
    onSuccess: () => {
      renew();
      return settled();
    },
  });
}

export function useChangeMatrixOfOwn() {
  const settled = useSettled();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; version: string; name: string } & Sides) =>
      unwrap(api.PUT('/api/v1/insight/own-matrices/{id}', { params: { path: { id } }, body })),
    onSuccess: settled,
  });
}

export function useDeleteMatrixOfOwn() {
  const settled = useSettled();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/insight/own-matrices/{id}', { params: { path: { id } } })),
    onSuccess: settled,
  });
}

export function useRestoreMatrixOfOwn() {
  const settled = useSettled();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/insight/own-matrices/{id}/restore', { params: { path: { id } } })),
    onSuccess: settled,
  });
}
