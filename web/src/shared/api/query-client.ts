import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, ProblemError } from './problem';
import { sessionKey } from './session';

function worthRetrying(failures: number, error: unknown): boolean {
  const status = error instanceof ProblemError ? error.status : 500;
  return failures < 2 && (status === 0 || status === 502 || status === 503 || status === 504);
}

/** A session that has ended shows the sign-in page at once, whichever request found out. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isProblem(error, 'NOT_SIGNED_IN')) client.setQueryData(sessionKey, null);
      },
    }),
    defaultOptions: { queries: { staleTime: 15_000, retry: worthRetrying } },
  });
  return client;
}
