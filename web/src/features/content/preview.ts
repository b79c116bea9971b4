import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { type TemplateDraft } from './templates';

export type Preview = Answer<'/api/v1/templates/preview', 'post'>;
export type TemplateWarning = Preview['warnings'][number];

function previewQuery(draft: TemplateDraft, customerId: string | undefined) {
  return queryOptions({
    queryKey: ['templates', 'preview', draft, customerId],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/v1/templates/preview', { body: { draft, customerId: customerId ?? null }, signal }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** The draft as somebody would get it; while it is being computed the last one stays. */
export function usePreview(draft: TemplateDraft, customerId: string | undefined) {
  return useQuery({ ...previewQuery(draft, customerId), enabled: draft.name.trim() !== '' });
}
