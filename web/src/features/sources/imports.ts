import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useKeyset } from '@/shared/api/keyset';
import { type paths } from '@/shared/api/schema';

export type Import = Answer<'/api/v1/imports/{id}', 'get'>;
export type ImportFile = Import['files'][number];
export type ImportKind = ImportFile['kind'];
/** In the order in which files that belong together are imported. */
export const kinds = ['customers', 'products', 'orders', 'lines', 'payments', 'suppressions'] as const satisfies ImportKind[];
export type RowProblem = ImportFile['problems'][number];
export type NewImport = paths['/api/v1/imports']['post']['requestBody']['content']['application/json'];
export type NewImportFile = NewImport['files'][number];

export function isUnderway({ state }: Pick<Import, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** When all that it brought was taken back; null while it stands. */
export function undoneAt({ undo }: Partial<Pick<Import, 'undo'>>): string | null {
  return undo?.undoneAt ?? null;
}

export function useImports() {
  return useKeyset({
    queryKey: ['imports'],
    fetch: (after, signal) =>
      unwrap(api.GET('/api/v1/imports', { params: { query: { ...(after && { after }) } }, signal })),
  });
}

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => (data && (isUnderway(data) || data.undoJobId) ? 1000 : false),
  });
}

/** Queues an import or its rehearsal. */
export function useStartImport() {
  const client = useQueryClient();
  const { headers, renew } = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: NewImport) => unwrap(api.POST('/api/v1/imports', { body, headers: headers() })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
    onSettled: renew,
  });
}

/** Counts what undoing would come to, or does it. */
export function useUndoImport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (dryRun: boolean) =>
      unwrap(api.POST('/api/v1/imports/{id}/undo', { params: { path: { id }, query: { dryRun } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}

/** How the files of an import that is being made hang together. */
export function joinsQuery(files: NewImportFile[]) {
  return queryOptions({
    queryKey: ['import-joins', files],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/imports/joins', { body: { dryRun: true, files }, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
}

export type FileJoin = Answer<'/api/v1/imports/joins', 'post'>[number];

/** The rows of a file that were not taken, as a table for a spreadsheet. */
export function errorFileHref(id: string, file: string, language: string): string {
  return `/api/v1/imports/${id}/files/${file}/errors.csv?language=${language}`;
}
