import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
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

/** A file on its way, one of several that are sent one behind the other. */
export type Sending = { file: File; share: number; place: number; count: number };
/** A file that was not taken. */
export type Refused = { name: string; error: unknown };

/** Sends files, tells how far they are, and can be stopped; one that is refused does not hold up the others. */
export function useUploadFiles(taken: (previews: FilePreview[]) => void) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [refused, setRefused] = useState<Refused[]>([]);
  const abort = useRef<AbortController | null>(null);
  const client = useQueryClient();

  const one = async (file: File, place: number, count: number, signal: AbortSignal): Promise<FilePreview | null> => {
    try {
      const onProgress = (share: number) => setSending({ file, share, place, count });
      onProgress(0);
      return await upload<FilePreview>('/api/v1/imports/files', file, { onProgress, signal });
    } catch (error) {
      if (!signal.aborted) setRefused((before) => [...before, { name: file.name, error }]);
      return null;
    }
  };

  const send = async (files: File[]) => {
    const { signal } = (abort.current = new AbortController());
    setRefused([]);
    const previews: FilePreview[] = [];
    for (const [index, file] of files.entries()) {
      if (signal.aborted) break;
      const preview = await one(file, index + 1, files.length, signal);
      if (!preview) continue;
      client.setQueryData(previewQuery(preview.fileId, {}).queryKey, preview);
      previews.push(preview);
    }
    setSending(null);
    if (previews.length > 0) taken(previews);
  };
  return { send: (files: File[]) => void send(files), stop: () => abort.current?.abort(), sending, refused };
}
