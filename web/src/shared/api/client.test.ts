import { afterEach, describe, expect, it } from 'vitest';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { api, unwrap } from './client';
import { ProblemError } from './problem';

const server = fakeServer();
const organisation = { company: 'Tea', zone: 'UTC', currency: 'USD', language: 'en', configured: true };

afterEach(() => {
  document.cookie = 'XSRF-TOKEN=; Max-Age=0';
});

async function problemOf(reply: Promise<unknown>): Promise<ProblemError> {
  const error = await reply.then(
    () => null,
    (refusal: unknown) => refusal,
  );
  expect(error).toBeInstanceOf(ProblemError);
  return error as ProblemError;
}

describe('a request', () => {
  it('that writes carries the token of the cookie, one that reads does not', async () => {
    document.cookie = 'XSRF-TOKEN=t0k%2Fen';
    server.answer('get', '/api/v1/organisation', organisation);
    server.answer('put', '/api/v1/organisation', organisation);

    await unwrap(api.GET('/api/v1/organisation'));
    await unwrap(api.PUT('/api/v1/organisation', { body: organisation }));

    expect(server.asked.map(({ headers }) => headers.get('X-XSRF-TOKEN'))).toEqual([null, 't0k/en']);
  });

  it('answers its data', async () => {
    server.answer('get', '/api/v1/organisation', organisation);

    expect(await unwrap(api.GET('/api/v1/organisation'))).toEqual(organisation);
  });

  it('that is refused throws the code, the field and how long to wait', async () => {
    const problem = { code: 'SIGN_IN_SLOWED', detail: 'Too many attempts.', field: 'password' };
    server.answer('post', '/api/v1/session', () => refuse(429, problem, { 'Retry-After': '30' }));

    const error = await problemOf(unwrap(api.POST('/api/v1/session', { body: { email: 'a@b.c', password: 'x' } })));

    expect(error).toMatchObject({ status: 429, code: 'SIGN_IN_SLOWED', field: 'password', retryAfterSeconds: 30 });
  });

  it('to a server that is gone says so', async () => {
    const error = await problemOf(unwrap(api.GET('/api/v1/about')));

    expect(error.code).toBe('SERVER_UNREACHABLE');
  });

  it('refused without a body still has a code', async () => {
    server.answer('get', '/api/v1/about', () => ({ status: 502 }));

    expect((await problemOf(unwrap(api.GET('/api/v1/about')))).code).toBe('UNEXPECTED');
  });
});
