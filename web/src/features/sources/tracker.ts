import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { type IntakeFigure } from './events';

export type Tracker = Answer<'/api/v1/events/tracker', 'get'>;
export type TagWish = { key: string; consent: boolean; pinned: boolean };

export const trackerQuery = queryOptions({
  queryKey: ['events', 'tracker'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/events/tracker', { signal })),
  retry: false,
});

/** A key that stands in a page; it is shown this once, so the tag is made of it at once. */
export function useMakeSiteKey() {
  return useMutation({
    mutationFn: ({ name, origins }: { name: string; origins: string[] }) =>
      unwrap(api.POST('/api/v1/api-keys', { body: { name, origins, kind: 'browser', permissions: [], expiresAt: null } })),
  });
}

/** The line that a site puts into its pages. */
export function tagOf({ address, pinned, integrity }: Tracker, wish: TagWish): string {
  return [
    `<script src="${wish.pinned ? pinned : address}" data-key="${wish.key}"`,
    wish.consent ? ' data-consent="required"' : '',
    wish.pinned ? `\n  integrity="${integrity}" crossorigin="anonymous"` : '',
    ' defer></script>',
  ].join('');
}

const browser = 'browser:';

/** Sites that sent something in the days the figures are about, with how many events were stored. */
export function liveSites(figures: IntakeFigure[]): Map<string, number> {
  const sites = new Map<string, number>();
  for (const { source, outcome, count } of figures) {
    if (!source.startsWith(browser) || outcome !== 'stored') continue;
    const site = source.slice(browser.length);
    sites.set(site, (sites.get(site) ?? 0) + count);
  }
  return sites;
}

/** Under which events of a key stand. */
export function sourceOf(name: string): string {
  return name.trim().toLowerCase();
}
