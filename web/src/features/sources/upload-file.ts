import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Answer } from '@/shared/api/client';
import { upload } from '@/shared/api/upload';

export type FilePreview = Answer<'/api/v1/imports/files', 'post'>;
export type KindPreview = FilePreview['kinds'][number];

/** Sends a file, tells how far it is, and can be stopped. */
export function useUploadFile(taken: (preview: FilePreview) => void) {
  const [share, setShare] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const sending = useMutation({
    mutationFn: (file: File) => {
      abort.current = new AbortController();
      setShare(0);
      return upload<FilePreview>('/api/v1/imports/files', file, { onProgress: setShare, signal: abort.current.signal });
    },
    onSuccess: taken,
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
