import { forgeryProof } from './client';
import { ProblemError, unreachable, type ProblemBody } from './problem';

/** The lines of an answer, each a JSON object, one after another as they come. */
export async function* stream<Line>(path: string, body: unknown, signal: AbortSignal): AsyncGenerator<Line> {
  const response = await asked(path, body, signal);
  if (!response.ok || !response.body) throw new ProblemError(response.status, await problemOf(response));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) yield JSON.parse(line) as Line;
    if (done) return;
  }
}

async function asked(path: string, body: unknown, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...forgeryProof() },
      body: JSON.stringify(body),
      signal,
    });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw unreachable(cause);
  }
}

async function problemOf(response: Response): Promise<ProblemBody> {
  try {
    return (await response.json()) as ProblemBody;
  } catch {
    return {};
  }
}
