import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { type TableFormat } from '@/shared/ui/export-menu';

export type SourceReport = Answer<'/api/v1/insight/sources', 'get'>;
export type SourceFigures = SourceReport['rows'][number];

export const dimensions = ['CHANNEL', 'CAMPAIGN', 'UTM_SOURCE', 'UTM_MEDIUM', 'REFERRAL', 'RECORD'] as const;
export type Dimension = (typeof dimensions)[number];
export const touches = ['FIRST', 'LAST'] as const;
export type Touch = (typeof touches)[number];
export const periods = ['30', '90', '365', 'ever'] as const;
export type Period = (typeof periods)[number];

export type SourceQuestion = { by: Dimension; touch: Touch; period: Period };

/** As the address says, with what is usual for the rest. */
export function questionOf(search: Record<string, string | undefined>): SourceQuestion {
  return {
    by: dimensions.find((one) => one === search.by) ?? 'CHANNEL',
    touch: touches.find((one) => one === search.touch) ?? 'FIRST',
    period: periods.find((one) => one === search.period) ?? '365',
  };
}

function days(period: Period): number | undefined {
  return period === 'ever' ? undefined : Number(period);
}

export const sourcesQuery = ({ by, touch, period }: SourceQuestion) =>
  queryOptions({
    queryKey: ['insight', 'sources', by, touch, period],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/insight/sources', { params: { query: { by, touch, days: days(period) } }, signal })),
    placeholderData: keepPreviousData,
  });

export function exportOf({ by, touch, period }: SourceQuestion, format: TableFormat): string {
  const query = new URLSearchParams({ by, touch, ...(period !== 'ever' && { days: period }) });
  return `/api/v1/insight/sources/export.${format}?${query.toString()}`;
}

/** Channels that have a name in every language; others are shown as they are. */
export const channels = ['email', 'paid', 'social', 'messenger', 'referral', 'search', 'campaign', 'import', 'manual', 'api', 'form', 'call'] as const;

export function knownChannel(key: string) {
  return channels.find((one) => one === key);
}
