import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { type Rule } from './rules';

export type Why = Answer<'/api/v1/segments/preview/why', 'post'>;
export type Fact = Why['facts'][number]['facts'][number];

/** What is asked about: a segment that is kept, or a rule that is being written. */
export type WhyAbout = { segment: string } | { rule: Rule };

/**
 * Why somebody meets a rule or not: the verdict of each part, with the values and facts it saw.
 *
 * @param day at whose end; null is now
 */
export function useWhy(about: WhyAbout, customerId: string | undefined, day: string | null, enabled = true) {
  return useQuery({
    queryKey: ['segments', 'why', about, customerId, day],
    enabled: enabled && customerId !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask(about, customerId ?? '', day, signal),
  });
}

function ask(about: WhyAbout, customerId: string, day: string | null, signal: AbortSignal): Promise<Why> {
  if ('rule' in about) {
    return unwrap(api.POST('/api/v1/segments/preview/why', { body: { rule: about.rule, customerId, ...(day && { day }) }, signal }));
  }
  const path = { id: about.segment, customerId };
  return unwrap(
    api.GET('/api/v1/segments/{id}/why/{customerId}', { params: { path, query: day ? { asOf: day } : {} }, signal }),
  );
}
