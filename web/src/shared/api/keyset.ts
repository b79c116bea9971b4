import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

export type KeysetPage<Row> = { items: Row[]; next?: string | null };

type KeysetRequest<Row> = {
  queryKey: QueryKey;
  fetch: (cursor: string | undefined, signal: AbortSignal) => Promise<KeysetPage<Row>>;
  enabled?: boolean;
  /** Asks again by itself, as often as this, while only the newest rows are shown. */
  followEveryMs?: number;
};

export type KeysetList<Row> = {
  rows: Row[] | undefined;
  error: unknown;
  onRetry: () => void;
  more: { has: boolean; loading: boolean; load: () => void };
};

/** A list that grows page by page; spread it into a table: `<DataTable {...customers} />`. */
export function useKeyset<Row>({ queryKey, fetch, enabled = true, followEveryMs }: KeysetRequest<Row>): KeysetList<Row> {
  const query = useInfiniteQuery({
    queryKey,
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => fetch(pageParam, signal),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 && followEveryMs) || false,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.items),
    error: query.error,
    onRetry: () => void query.refetch(),
    more: {
      has: query.hasNextPage,
      loading: query.isFetchingNextPage,
      load: () => void query.fetchNextPage(),
    },
  };
}
