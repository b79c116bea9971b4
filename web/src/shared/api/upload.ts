import { forgeryProof } from './client';
import { ProblemError, unreachable, type ProblemBody } from './problem';

type UploadOptions = {
  /** How much of the file is on the other side, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** Sends a file as the body. Not by `fetch`, which does not tell how far an upload has come. */
export function upload<Result>(path: string, file: File, { onProgress, signal }: UploadOptions): Promise<Result> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${path}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    for (const [name, value] of Object.entries(forgeryProof())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as Result);
      else reject(new ProblemError(request.status, problemIn(request.responseText)));
    });
    request.addEventListener('error', () => reject(unreachable(path)));
    request.addEventListener('abort', () => reject(new DOMException('stopped by the reader', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function problemIn(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return {};
  }
}
