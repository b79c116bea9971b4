import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useNow } from '@/shared/lib/use-now';
import { useUrlSearch } from '@/shared/lib/url';

export type CellPlan = Answer<'/api/v1/insight/cell-plans', 'get'>['items'][number];
export type PlanTexts = CellPlan['plan'];

/** What is known of the cells of a grid beside their people: how many there were, and what is wanted of them. */
export type CellNotes = {
  grid: string;
  /** The day whose end is compared with. */
  since: string;
  before: ReadonlyMap<string, number>;
  /** Some of what the cells ask has no history: of that, both days are told as it is now. */
  partlyToday: boolean;
  plans: ReadonlyMap<string, CellPlan>;
};

const dayMs = 86_400_000;
export const usualDays = 30;

const two = (part: number): string => String(part).padStart(2, '0');

export function dayAgo(now: Date, days: number): string {
  const day = new Date(now.getTime() - days * dayMs);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** @param ready the grid has been drawn, so that the server knows its cells; nothing is asked for no grid */
export function useCellNotes(grid: string | null, ready: boolean): CellNotes | null {
  const [search] = useUrlSearch();
  const now = useNow(3600);
  const since = search['since'] || dayAgo(now, usualDays);
  const before = useTrend(grid, since, ready);
  const plans = usePlans(grid);
  return useMemo(
    () =>
      grid === null
        ? null
        : {
            grid,
            since,
            partlyToday: before?.partlyToday ?? false,
            before: new Map(before?.cells.map(({ cell, customers }) => [cell, customers])),
            plans: new Map(plans?.map((plan) => [plan.cell, plan])),
          },
    [grid, since, before, plans],
  );
}

function useTrend(grid: string | null, day: string, ready: boolean) {
  return useQuery({
    queryKey: ['insight', 'trend', grid, day],
    enabled: grid !== null && ready,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/insight/trend', { params: { query: { grid: grid ?? '', day } }, signal })),
    select: (trend) => (trend.grid === grid ? trend : undefined),
  }).data;
}

export function usePlans(grid: string | null) {
  return useQuery({
    queryKey: ['insight', 'cell-plans', grid],
    enabled: grid !== null,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/insight/cell-plans', { params: { query: { grid: grid ?? '' } }, signal })),
    select: ({ items }) => items,
  }).data;
}

export function useChangePlan(grid: string, cell: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PlanTexts) =>
      unwrap(api.PUT('/api/v1/insight/cell-plans/{grid}/{cell}', { params: { path: { grid, cell } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['insight', 'cell-plans', grid] }),
  });
}
