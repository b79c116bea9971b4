import { afterEach, beforeEach, vi } from 'vitest';
import { type paths } from '@/shared/api/schema';
import { type Answer } from '@/shared/api/client';
import { type ProblemBody } from '@/shared/api/problem';

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type VerbsOf<Path extends keyof paths> = {
  [Method in Verb]: paths[Path][Method] extends object ? Method : never;
}[Verb];

/** What the server was asked, in order. */
export type Asked = { method: string; path: string; headers: Headers; body: unknown };

type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
type Responder = (asked: Asked) => Reply;

/** Refuses like the server: `refuse(401, { code: 'SIGN_IN_REFUSED' })`. */
export function refuse(status: number, problem: ProblemBody, headers?: Record<string, string>): Reply {
  return { status, body: { status, ...problem }, ...(headers && { headers }) };
}

/**
 * Answers the requests of a test in place of the server, typed by the same OpenAPI.
 * Its answers are for one test; a request without one fails the test with its name.
 */
export function fakeServer() {
  const responders = new Map<string, Responder>();
  const asked: Asked[] = [];

  beforeEach(() => {
    responders.clear();
    asked.length = 0;
    vi.stubGlobal('fetch', async (request: Request) => {
      const question = await read(request);
      asked.push(question);
      const responder = find(responders, question);
      if (!responder) throw new Error(`nobody answers ${question.method} ${question.path}`);
      return respond(responder(question));
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  return {
    asked,
    answer<Path extends keyof paths, Method extends VerbsOf<Path>>(
      method: Method,
      path: Path,
      reply: Answer<Path, Method> | ((asked: Asked) => Answer<Path, Method> | Reply),
    ) {
      responders.set(`${method.toUpperCase()} ${path}`, (question) => {
        const given = typeof reply === 'function' ? (reply as (asked: Asked) => unknown)(question) : reply;
        return isReply(given) ? given : { status: 200, body: given };
      });
    },
  };
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'status' in value && typeof value.status === 'number';
}

async function read(request: Request): Promise<Asked> {
  const text = await request.text();
  const { pathname } = new URL(request.url);
  return { method: request.method, path: pathname, headers: request.headers, body: text && JSON.parse(text) };
}

function find(responders: Map<string, Responder>, { method, path }: Asked): Responder | undefined {
  const exact = responders.get(`${method} ${path}`);
  if (exact) return exact;
  return [...responders].find(([key]) => pattern(key).test(`${method} ${path}`))?.[1];
}

function pattern(key: string): RegExp {
  return new RegExp(`^${key.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

function respond({ status, body, headers }: Reply): Response {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  if (status === 204 || body === undefined) return new Response(null, { status, headers: { ...headers } });
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type, ...headers } });
}
