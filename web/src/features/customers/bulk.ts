import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { type components } from '@/shared/api/schema';
import { type ListView } from './list-view';

export type BulkAsked = components['schemas']['ManyCustomersChange'];
export type BulkOutlook = components['schemas']['BulkOutlook'];
export type BulkView = Answer<'/api/v1/customer-changes/{id}', 'get'>;

/** Those chosen, or all that the list finds when null. */
export type Meant = string[] | null;

/** What a form says, as the server asks for it. */
export type BulkDraft = { kind: string; key: string; value: string; note: string };

export const bulkKinds = ['tag_added', 'tag_removed', 'owner', 'field', 'attribute', 'list_added', 'contact_invalid', 'consent_withdrawn'] as const;
export const bulkFields = ['city', 'district', 'region', 'country', 'language', 'zone', 'sex'] as const;

export function asked(draft: BulkDraft, meant: Meant, { q, rule }: ListView): BulkAsked {
  const whom = meant ? { ids: meant } : { ...(q && { q }), ...(rule && { rule }) };
  return { ...whom, ...draft };
}

/** Whether enough is said to count what would happen. */
export function isSaid({ kind, key, value }: BulkDraft): boolean {
  if (kind === 'owner') return true;
  if (kind === 'list_added') return key !== '' || value.trim() !== '';
  return kind === 'tag_added' ? value.trim() !== '' : key !== '';
}

/** What the change would do; asked again with every word. */
export function useOutlook(body: BulkAsked, enabled: boolean) {
  const { note: _, ...counted } = body;
  return useQuery({
    queryKey: ['customers', 'bulk-outlook', counted],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/customer-list/changes/outlook', { body: counted, signal })),
  });
}

export function useStartBulk() {
  return useMutation({
    mutationFn: (body: BulkAsked) => unwrap(api.POST('/api/v1/customer-list/changes', { body })),
  });
}

export function useUndoBulk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/customer-changes/{id}/undo', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['customers', 'bulk'] }),
  });
}

export const bulkQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'bulk', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/customer-changes/{id}', { params: { path: { id } }, signal })),
  });

export const lastBulksQuery = queryOptions({
  queryKey: ['customers', 'bulk', 'last'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/customer-changes', { signal }))).items,
});
