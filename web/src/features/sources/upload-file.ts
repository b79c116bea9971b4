import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { upload } from '@/shared/api/upload';

export type FilePreview = Answer<'/api/v1/imports/files', 'post'>;
export type KindPreview = FilePreview['kinds'][number];
export type FileForm = FilePreview['form'];

/** How the reader wants the file read, as it stands in the address; what is left out is told from the file. */
export type AskedForm = { encoding?: string; delimiter?: string; headerLine?: string; sheet?: string };

/** An uploaded file looked at again. */
export function previewQuery(id: string, asked: AskedForm) {
  const { headerLine, ...rest } = asked;
  return queryOptions({
    queryKey: ['import-files', id, asked],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/imports/files/{id}', {
          params: { path: { id }, query: { ...rest, ...(headerLine && { headerLine: Number(headerLine) }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
}

/** Sends a file, tells how far it is, and can be stopped. */
export function useUploadFile(taken: (preview: FilePreview) => void) {
  const [share, setShare] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: (file: File) => {
      abort.current = new AbortController();
      setShare(0);
      return upload<FilePreview>('/api/v1/imports/files', file, { onProgress: setShare, signal: abort.current.signal });
    },
    onSuccess: (preview) => {
      client.setQueryData(previewQuery(preview.fileId, {}).queryKey, preview);
      taken(preview);
    },
  });
  const stopped = sending.error instanceof DOMException;
  return {
    send: sending.mutate,
    stop: () => abort.current?.abort(),
    file: sending.isPending ? sending.variables : undefined,
    share,
    error: stopped ? null : sending.error,
  };
}
