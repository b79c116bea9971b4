import { watchMarks } from './marks';
import { watchPages } from './pages';
import { add, forget, open } from './queue';
import { campaign, keepSource, source } from './source';
import { read, remove, write } from './store';

type Properties = Record<string, unknown>;

const tag = document.currentScript as HTMLScriptElement;
const { key, consent: asked } = tag.dataset;
const required = asked === 'required' || (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;
const chosen = read('consent');
let allowed = chosen ? chosen === 'yes' : !required;
let before = document.referrer;
let running = false;

const calls = {
  track(event: string, properties: Properties = {}) {
    send('track', { event, properties });
  },

  /** A page that is seen; those of an application are told by themselves. */
  page(name?: string, properties: Properties = {}) {
    const { href, pathname, search } = location;
    const seen = { url: href, path: pathname, title: document.title, referrer: before, ...campaign(search) };
    send('page', { name, properties: { ...seen, ...properties } });
    before = href;
  },

  /** What a visitor says of themselves: kept as said, and never taken for somebody known. */
  identify(userId: string | Properties, traits: Properties = {}) {
    if (typeof userId !== 'string') return send('identify', { traits: userId });
    if (allowed) write('user', userId);
    send('identify', { traits });
  },

  consent(given: boolean) {
    const begins = given && !allowed;
    allowed = given;
    if (!given) forget();
    if (given || !required) write('consent', given ? 'yes' : 'no'); // a refusal needs no memory where it is the rule
    if (begins) begin();
  },

  /** Another person at the same machine. */
  reset() {
    for (const known of ['id', 'user', 'first', 'last']) remove(known);
  },

  /** The visitor's id; null while none may be kept. */
  id: () => (allowed ? visitor() : null),

  /** Where the visitor came from, first and last. */
  sources: () => ({ first: source('first'), last: source('last') }),
};

function visitor(): string {
  const known = read('id') ?? random();
  write('id', known);
  return known;
}

function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (256 + byte).toString(16).slice(1)).join('');
}

function send(type: string, said: Properties) {
  if (!allowed) return;
  const { language } = navigator;
  const context = { first: source('first'), last: source('last'), locale: language, library: { name: 'regulars.js' } };
  const { href: url, pathname: path } = location;
  add({
    type,
    messageId: random(),
    anonymousId: visitor(),
    userId: read('user') ?? undefined,
    timestamp: new Date().toISOString(),
    ...said,
    context: { ...context, page: { url, path, title: document.title, referrer: before } },
  } as { messageId: string });
}

function begin() {
  if (!running) open(new URL('v1/batch', tag.src).href, String(key));
  running = true;
  keepSource();
  calls.page();
}

function start() {
  watchMarks(calls.track);
  watchPages(() => calls.page());
  if (allowed) begin();
  for (const [call, ...given] of early) (calls[call] as (...given: unknown[]) => void)(...given);
}

type Early = [keyof typeof calls, ...unknown[]];
const site = window as unknown as { regulars?: Early[] | typeof calls };
const early = Array.isArray(site.regulars) ? site.regulars : [];

if (key && (!site.regulars || Array.isArray(site.regulars))) {
  site.regulars = Object.assign(calls, { push: ([call, ...given]: Early) => (calls[call] as (...given: unknown[]) => void)(...given) });
  start();
}
