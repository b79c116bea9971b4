import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { upload } from '@/shared/api/upload';

export type CardFile = Answer<'/api/v1/customers/{id}/files', 'get'>['items'][number];

export const filesQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'card', id, 'files'],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/customers/{id}/files', { params: { path: { id } }, signal }))).items,
  });

export const fileHref = (id: string, file: string): string => `/api/v1/customers/${id}/files/${file}`;

function useCardChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ['customers'] }) });
}

export function useAddFile(id: string) {
  return useCardChange((file: File) =>
    upload<CardFile>(`/api/v1/customers/${id}/files`, file, {
      onProgress: () => undefined,
      signal: new AbortController().signal,
    }),
  );
}

export function useRemoveFile(id: string) {
  return useCardChange((file: string) =>
    unwrap(api.DELETE('/api/v1/customers/{id}/files/{file}', { params: { path: { id, file } } })),
  );
}

export function useRestoreFile(id: string) {
  return useCardChange((file: string) =>
    unwrap(api.POST('/api/v1/customers/{id}/files/{file}/restore', { params: { path: { id, file } } })),
  );
}

export type NextStep = NonNullable<Answer<'/api/v1/customers/{id}/next-step', 'get'>['step']>;

export const stepQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'card', id, 'step'],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/customers/{id}/next-step', { params: { path: { id } }, signal }))).step ?? null,
  });

export function usePlanStep(id: string) {
  return useCardChange((body: { what: string; due: string; responsible: string | null }) =>
    unwrap(api.PUT('/api/v1/customers/{id}/next-step', { params: { path: { id } }, body })),
  );
}

export function useStepDone(id: string) {
  return useCardChange((step: string) =>
    unwrap(api.POST('/api/v1/customers/{id}/next-step/{step}/done', { params: { path: { id, step } } })),
  );
}

export function useReopenStep(id: string) {
  return useCardChange((step: string) =>
    unwrap(api.POST('/api/v1/customers/{id}/next-step/{step}/reopen', { params: { path: { id, step } } })),
  );
}
