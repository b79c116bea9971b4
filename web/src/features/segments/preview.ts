import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { isComplete, type Rule } from '@/shared/rules/rules';

export type RulePreview = Answer<'/api/v1/segments/preview', 'post'>;
export type PreviewPeople = Answer<'/api/v1/segments/preview/people', 'post'>;

/** Exact numbers of a rule that is complete; the last ones stay in sight until the next are there. */
export function usePreview(rule: Rule) {
  return useQuery({
    queryKey: ['segments', 'preview', rule],
    enabled: isComplete(rule),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/segments/preview', { body: { rule, asOf: null }, signal })),
  });
}

export function usePreviewPeople(rule: Rule) {
  return useQuery({
    queryKey: ['segments', 'people', rule],
    enabled: isComplete(rule),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      unwrap(api.POST('/api/v1/segments/preview/people', { body: { rule, asOf: null }, signal })),
  });
}
