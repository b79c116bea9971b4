import createClient, { type Middleware } from 'openapi-fetch';
import { ProblemError, unreachable, type ProblemBody } from './problem';
import { type paths } from './schema';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

function cookie(name: string): string | undefined {
  const pair = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}

/** A writing request proves by this that it comes from our own page. */
export function forgeryProof(): Record<string, string> {
  const token = cookie('XSRF-TOKEN');
  return token ? { 'X-XSRF-TOKEN': token } : {};
}

const forgeryGuard: Middleware = {
  onRequest({ request }) {
    if (safe.has(request.method)) return request;
    for (const [name, value] of Object.entries(forgeryProof())) request.headers.set(name, value);
    return request;
  },
};

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  fetch: async (request) => {
    try {
      return await fetch(request);
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw unreachable(cause);
    }
  },
});
api.use(forgeryGuard);

type Reply<Data> = { data?: Data; error?: unknown; response: Response };

/** The data of an answer, or a `ProblemError`: `unwrap(api.GET('/api/v1/organisation'))`. */
export async function unwrap<Data>(reply: Promise<Reply<Data>>): Promise<Exclude<Data, undefined>> {
  const { data, error, response } = await reply;
  if (!response.ok) {
    const body: ProblemBody = typeof error === 'object' && error !== null ? error : {};
    const wait = Number(response.headers.get('Retry-After'));
    throw new ProblemError(response.status, body, Number.isFinite(wait) && wait > 0 ? wait : undefined);
  }
  return data as Exclude<Data, undefined>;
}

type Content<Response> = Response extends { content: infer Media } ? Media[keyof Media] : never;
type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The type of a successful answer: `Answer<'/api/v1/about', 'get'>`. */
export type Answer<Path extends keyof paths, Method extends Verb> = paths[Path] extends {
  [method in Method]: { responses: infer Responses };
}
  ? Content<Responses[keyof Responses & (200 | 201 | 202)]>
  : never;
