import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';

export type Form = Answer<'/api/v1/forms/{id}', 'get'>;
export type FormDraft = Form['draft'];
export type FormField = FormDraft['fields'][number];
export type FieldKind = FormField['kind'];
export type ConsentBox = FormDraft['consents'][number];
export type FormLine = Answer<'/api/v1/forms', 'get'>['items'][number];
export type Submission = Answer<'/api/v1/forms/{id}/submissions', 'get'>['items'][number];
export type FormVersion = Answer<'/api/v1/forms/{id}/versions', 'get'>['items'][number];
export type FormPreview = Answer<'/api/v1/forms/preview', 'post'>;
export type FormProblem = FormPreview['problems'][number];
export type Friction = Answer<'/api/v1/forms/{id}/friction', 'get'>;
export type OwnField = Answer<'/api/v1/attribute-definitions', 'get'>['items'][number];

export function useForms(archived: boolean) {
  return useKeyset({
    queryKey: ['forms', 'list', archived],
    fetch: (after, signal) =>
      unwrap(api.GET('/api/v1/forms', { params: { query: { archived, ...(after && { after }) } }, signal })),
  });
}

export function formQuery(id: string) {
  return queryOptions({
    queryKey: ['forms', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/forms/{id}', { params: { path: { id } }, signal })),
  });
}

export function versionsQuery(id: string) {
  return queryOptions({
    queryKey: ['forms', id, 'versions'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/forms/{id}/versions', { params: { path: { id } }, signal })),
  });
}

export function frictionQuery(id: string) {
  return queryOptions({
    queryKey: ['forms', id, 'friction'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/forms/{id}/friction', { params: { path: { id } }, signal })),
  });
}

export function useSubmissions(id: string) {
  return useKeyset({
    queryKey: ['forms', id, 'submissions'],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/forms/{id}/submissions', { params: { path: { id }, query: { ...(after && { after }) } }, signal }),
      ),
  });
}

/** Custom fields of customers that an answer can go to. */
export const ownFieldsQuery = queryOptions({
  queryKey: ['customers', 'definitions', null],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/attribute-definitions', { params: { query: {} }, signal }))).items,
});

/** As a visitor would see it; while it is being made the last one stays. */
export function usePreview(draft: FormDraft, language: string) {
  return useQuery({
    queryKey: ['forms', 'preview', draft, language],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/forms/preview', { body: { draft, language }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export type NewForm = { slug: string; name: string; draft: FormDraft };

function useFormChange<Input>(change: (input: Input) => Promise<Form>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (form) => {
      client.setQueryData(formQuery(form.id).queryKey, form);
      return Promise.all([
        client.invalidateQueries({ queryKey: ['forms', 'list'] }),
        client.invalidateQueries({ queryKey: versionsQuery(form.id).queryKey }),
      ]);
    },
  });
}

export function useAddForm() {
  return useFormChange((body: NewForm) => unwrap(api.POST('/api/v1/forms', { body })));
}

type Saving = { id: string; base: number; name: string; draft: FormDraft };

export function useSaveForm() {
  return useFormChange(({ id, ...body }: Saving) => unwrap(api.PUT('/api/v1/forms/{id}', { params: { path: { id } }, body })));
}

/** Gives visitors what is in the editor: saved first, where it is not. */
export function usePublishForm() {
  return useFormChange(async ({ dirty, id, ...body }: Saving & { dirty: boolean }) => {
    const path = { id };
    if (dirty) await unwrap(api.PUT('/api/v1/forms/{id}', { params: { path }, body }));
    return unwrap(api.POST('/api/v1/forms/{id}/publish', { params: { path } }));
  });
}

export function useArchiveForm() {
  return useFormChange(({ id, restore }: { id: string; restore: boolean }) => {
    const params = { path: { id } };
    return restore ? unwrap(api.POST('/api/v1/forms/{id}/restore', { params })) : unwrap(api.DELETE('/api/v1/forms/{id}', { params }));
  });
}
