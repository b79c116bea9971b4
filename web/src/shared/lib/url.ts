import { useParams, useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';

export type UrlSearch = Record<string, string>;

export function parseSearch(search: string): UrlSearch {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Empty values leave the address, so that a cleared filter is the same address as none. */
export function writeSearch(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

/** Go to an address inside the application. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const router = useRouter();
  return useCallback(
    (href, options) => (options?.replace ? router.history.replace(href) : router.history.push(href)),
    [router],
  );
}

/** Filters and the like live in the address: `const [search, setSearch] = useUrlSearch()`. */
export function useUrlSearch(): [UrlSearch, (patch: Record<string, string | undefined>) => void] {
  const router = useRouter();
  const search: UrlSearch = useRouterState({ select: (state) => state.location.search as UrlSearch });
  const change = useCallback(
    (patch: Record<string, string | undefined>) => {
      const { pathname, search: current } = router.state.location;
      router.history.replace(pathname + writeSearch({ ...current, ...patch }));
    },
    [router],
  );
  return [search, change];
}

export function usePathParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>;
  const value = params[name];
  if (value === undefined) throw new Error(`no parameter ${name} in this address`);
  return value;
}
