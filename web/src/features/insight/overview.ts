import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type Overview = Answer<'/api/v1/insight/overview', 'get'>;

export const overviewQuery = (days: number) =>
  queryOptions({
    queryKey: ['insight', 'overview', days],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/insight/overview', { params: { query: { days } }, signal })),
    placeholderData: keepPreviousData,
  });
