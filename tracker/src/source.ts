import { read, write } from './store';

export type Source = Record<string, string>;

const names = ['source', 'medium', 'campaign', 'term', 'content'];
const longest = 300;

/** What the address says of a campaign, by the names it has there. */
export function campaign(search: string, start = 'utm_'): Source {
  const given = new URLSearchParams(search);
  const found: Source = {};
  for (const name of names) {
    const value = given.get(`utm_${name}`);
    if (value) found[start + name] = value.slice(0, longest);
  }
  return found;
}

/** The page of another site that the visitor comes from; empty when there is none. */
export function foreign(referrer: string): string {
  try {
    return new URL(referrer).host === location.host ? '' : referrer.slice(0, longest);
  } catch {
    return '';
  }
}

/** As the page was when it was opened: an application may change its address before it may be kept. */
const opened = { ...campaign(location.search, ''), referrer: foreign(document.referrer) };
const landed = { ...opened, page: location.pathname.slice(0, longest), at: new Date().toISOString() };

export function keepSource() {
  const text = JSON.stringify(landed);
  if (!read('first')) write('first', text);
  if (Object.values(opened).some(Boolean) || !read('last')) write('last', text);
}

/** The first one ever, and the last one that says anything; null before any may be kept. */
export function source(which: 'first' | 'last'): Source | null {
  try {
    return JSON.parse(read(which) ?? 'null') as Source | null;
  } catch {
    return null;
  }
}
