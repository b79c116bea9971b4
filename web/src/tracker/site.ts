import { type Buffer } from 'node:buffer';
import { JSDOM, ResourceLoader } from 'jsdom';
import { build, type Rolldown } from 'vite';

export type Sent = { type: string; event?: string; messageId: string; anonymousId?: string; properties: Record<string, unknown>; context: Record<string, unknown> };
type Calls = {
  track: (event: string, properties?: object) => void;
  page: (name?: string) => void;
  identify: (userId: string | object, traits?: object) => void;
  consent: (given: boolean) => void;
  reset: () => void;
  id: () => string | null;
  sources: () => Record<'first' | 'last', Record<string, string> | null>;
};

let built: Promise<string> | undefined;

/** The tracker as it is shipped. */
export function builtTracker(): Promise<string> {
  built ??= build({ configFile: 'vite.tracker.config.ts', logLevel: 'silent', build: { write: false } }).then(
    (made) => ((made as Rolldown.RolldownOutput).output[0] as Rolldown.OutputChunk).code,
  );
  return built;
}

class OneScript extends ResourceLoader {
  private readonly code: string;

  constructor(code: string) {
    super();
    this.code = code;
  }

  override fetch(): Promise<Buffer> {
    return Promise.resolve(globalThis.Buffer.from(this.code));
  }
}

type Visit = {
  /** More of the tag, such as `data-consent="required"`. */
  tag?: string;
  url?: string;
  referrer?: string;
  body?: string;
  /** What the page before this one left in the browser. */
  kept?: Record<string, string>;
  /** What the server answers; 0 for none. */
  status?: number;
  /** Whether the browser says that it wants no tracking. */
  privacy?: boolean;
};

function eventsOf(bodies: string[]) {
  return bodies.flatMap((text) => (JSON.parse(text.slice(text.indexOf('{'))) as { batch: Sent[] }).batch);
}

/** A page of a shop with the tracker in it, and all that it sent. */
export async function visit({ tag = '', url = 'https://shop.example/', referrer, body = '', kept = {}, status = 200, privacy }: Visit = {}) {
  const bodies: string[] = [];
  const beacons: string[] = [];
  const answer = { status };
  const script = `<script src="https://crm.example/base/regulars.js" data-key="rk_page" ${tag}></script>`;
  const page = new JSDOM(`<!doctype html><title>Shop</title>${body}${script}`, {
    url,
    ...(referrer && { referrer }),
    runScripts: 'dangerously',
    resources: new OneScript(await builtTracker()),
    beforeParse(window) {
      for (const [key, value] of Object.entries(kept)) window.localStorage.setItem(key, value);
      if (privacy) Object.assign(window.navigator, { globalPrivacyControl: true });
      window.fetch = (address, asked) => {
        if (answer.status === 0) return Promise.reject(new TypeError('offline'));
        if (answer.status === 200) bodies.push(`${String(address)} ${String(asked?.body)}`);
        return Promise.resolve(new Response('{}', { status: answer.status }));
      };
      window.navigator.sendBeacon = (_, text) => beacons.push(String(text)) > 0;
    },
  });
  await new Promise((loaded) => page.window.addEventListener('load', loaded));
  const { window } = page;
  return {
    window,
    answer,
    bodies,
    calls: () => (window as unknown as { regulars: Calls }).regulars,
    sent: () => eventsOf(bodies),
    handedOver: () => eventsOf(beacons),
    kept: () => ({ ...window.localStorage }) as Record<string, string>,
    waiting: () => Object.keys(window.localStorage).filter((key) => key.startsWith('regulars.q.')),
  };
}
