import { keys, read, remove, write } from './store';

const waiting = 'q.';
const most = 200;
const atOnce = 20;
const longest = 30_000;
const soon = 200;
const patience = 300_000;
const refusedForEver = [400, 413];

let address: string;
let writeKey: string;
let busy = false;
let failures = 0;
let count = 0;
let timer: ReturnType<typeof setTimeout>;

/** Each event lies under a key of its own, so that two tabs do not write over each other. */
export function add(event: { messageId: string }) {
  const text = JSON.stringify(event);
  if (text.length > longest) return;
  const stored = keys(waiting);
  for (const old of stored.slice(0, Math.max(0, stored.length - most + 1))) remove(old);
  write(`${waiting}${Date.now()}${1000 + (count++ % 9000)}${event.messageId}`, text);
  if (!failures) later(soon);
}

/** Begins to send what waits, also what earlier pages left. */
export function open(to: string, key: string) {
  address = to;
  writeKey = key;
  addEventListener('online', () => {
    failures = 0;
    send();
  });
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
  later(soon);
}

export function forget() {
  for (const key of keys('')) remove(key);
}

function later(milliseconds: number) {
  clearTimeout(timer);
  timer = setTimeout(send, milliseconds);
}

function body(some: string[]): string {
  const batch = some.map((key) => read(key)).filter(Boolean);
  return `{"writeKey":${JSON.stringify(writeKey)},"sentAt":"${new Date().toISOString()}","batch":[${batch.join()}]}`;
}

function send() {
  const some = keys(waiting).slice(0, atOnce);
  if (busy || !some.length) return;
  busy = true;
  fetch(address, { method: 'POST', body: body(some), credentials: 'omit' })
    .then(({ ok, status }) => ok || refusedForEver.includes(status))
    .catch(() => false)
    .then((answered) => {
      busy = false;
      if (!answered) return later(Math.min(patience, 1000 * 2 ** failures++) * (0.5 + Math.random() / 2));
      some.forEach(remove);
      failures = 0;
      return later(0);
    });
}

/** The page goes, and with it the answer: what is handed over stays here as well, for the next page to make sure. */
function leave() {
  const all = keys(waiting);
  for (let i = 0; i < all.length; i += atOnce) navigator.sendBeacon?.(address, body(all.slice(i, i + atOnce)));
}
