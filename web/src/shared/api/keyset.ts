import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

export type KeysetPage<Row> = { items: Row[]; next?: string | null };

type KeysetRequest<Row> = {
  queryKey: QueryKey;
  fetch: (cursor: string | undefined, signal: AbortSignal) => Promise<KeysetPage<Row>>;
  enabled?: boolean;
};

export type KeysetList<Row> = {
  rows: Row[] | undefined;
  error: unknown;
  onRetry: () => void;
  more: { has: boolean; loading: boolean; load: () => void };
};

/** A list that grows page by page; spread it into a table: `<DataTable {...customers} />`. */
export function useKeyset<Row>({ queryKey, fetch, enabled = true }: KeysetRequest<Row>): KeysetList<Row> {
  const query = useInfiniteQuery({
    queryKey,
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => fetch(pageParam, signal),
    getNextPageParam: (page) => page.next ?? undefined,
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
