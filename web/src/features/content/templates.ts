import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';

export type Template = Answer<'/api/v1/templates/{id}', 'get'>;
export type TemplateDraft = Template['draft'];
export type TemplateItem = Answer<'/api/v1/templates', 'get'>['items'][number];

export const messageTypes = ['promotion', 'digest', 'greeting', 'reactivation', 'service'] as const;
export const templateLanguages = ['en', 'ru', 'uk', 'zh'] as const;

export function useTemplates(search: string | undefined, archived: boolean) {
  return useKeyset({
    queryKey: ['templates', 'list', search, archived],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/templates', {
          params: { query: { archived, ...(search && { search }), ...(after && { after }) } },
          signal,
        }),
      ),
  });
}

export function templateQuery(id: string) {
  return queryOptions({
    queryKey: ['templates', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/templates/{id}', { params: { path: { id } }, signal })),
  });
}

export function startersQuery(language: string) {
  return queryOptions({
    queryKey: ['templates', 'starters', language],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/templates/starters', { params: { query: { language } }, signal })),
    staleTime: Infinity,
  });
}

type Saving = { id?: string | undefined; baseVersion: number; draft: TemplateDraft; headers?: Record<string, string> };

/** Creates without an id, appends a version with one. */
export function useSaveTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, baseVersion, draft, headers }: Saving) =>
      id === undefined
        ? unwrap(api.POST('/api/v1/templates', { body: draft, ...(headers && { headers }) }))
        : unwrap(api.PUT('/api/v1/templates/{id}', { params: { path: { id } }, body: { baseVersion, draft } })),
    onSuccess: (saved) => {
      client.setQueryData(templateQuery(saved.id).queryKey, saved);
      return client.invalidateQueries({ queryKey: ['templates', 'list'] });
    },
  });
}

/** Takes a template out of the list, or back into it. */
export function useArchiveTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, restore }: { id: string; restore: boolean }) => {
      const params = { path: { id } };
      return restore
        ? unwrap(api.POST('/api/v1/templates/{id}/restore', { params }))
        : unwrap(api.DELETE('/api/v1/templates/{id}', { params }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['templates'] }),
  });
}
