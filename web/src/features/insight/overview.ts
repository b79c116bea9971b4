import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { againWhile } from '@/shared/api/again-while';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type Overview = Answer<'/api/v1/insight/overview', 'get'>;

export function isEmpty({ customers, months }: Overview): boolean {
  return customers === 0 && months.every(({ orders }) => orders === 0);
}

export const overviewQuery = (days: number) =>
  queryOptions({
    queryKey: ['insight', 'overview', days],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/insight/overview', { params: { query: { days } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => againWhile(state.data !== undefined && isEmpty(state.data)),
  });
