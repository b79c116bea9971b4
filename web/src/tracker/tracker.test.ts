import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { builtTracker, visit } from './site';

const largest = 4096;

test('travels in at most four kilobytes and asks no policy for more than itself', async () => {
  const code = await builtTracker();

  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(largest);
  expect(code).not.toMatch(/\beval\b|new Function|innerHTML|document\.cookie|\.style\b/);
});

test('tells of a page with where the visitor came from, and keeps the first source beside the last', async () => {
  const first = await visit({ url: 'https://shop.example/sale?utm_source=mail&utm_campaign=Spring', referrer: 'https://news.example/a' });
  await vi.waitFor(() => expect(first.sent()).toHaveLength(1));
  const second = await visit({ kept: first.kept(), referrer: 'https://search.example/' });
  await vi.waitFor(() => expect(second.sent()).toHaveLength(1));

  const [page] = first.sent();
  expect(first.bodies[0]).toMatch(/^https:\/\/crm\.example\/base\/v1\/batch \{"writeKey":"rk_page"/);
  expect(page).toMatchObject({ type: 'page', properties: { path: '/sale', title: 'Shop', utm_source: 'mail', utm_campaign: 'Spring', referrer: 'https://news.example/a' } });
  expect(second.sent()[0]?.anonymousId).toBe(page?.anonymousId);
  expect(second.calls().sources()).toMatchObject({
    first: { source: 'mail', campaign: 'Spring', page: '/sale' },
    last: { referrer: 'https://search.example/' },
  });
  expect(second.sent()[0]?.context).toMatchObject({ first: { source: 'mail' }, last: { referrer: 'https://search.example/' } });
});

test('keeps and sends nothing before consent, then begins with the page, and forgets all when it is taken back', async () => {
  const page = await visit({ tag: 'data-consent="required"', url: 'https://shop.example/?utm_source=mail' });
  page.calls().track('Too early');
  page.calls().identify('42');
  page.window.history.pushState({}, '', '/next');
  await new Promise((seen) => page.window.setTimeout(seen, 1)); // after the page has looked at its new address
  page.window.dispatchEvent(new page.window.Event('pagehide'));

  expect(page.kept()).toEqual({});
  expect(page.calls().id()).toBeNull();
  expect([...page.sent(), ...page.handedOver()]).toEqual([]);

  page.calls().consent(true);
  await vi.waitFor(() => expect(page.sent()).toHaveLength(1));
  expect(page.sent()[0]).toMatchObject({ type: 'page', context: { first: { source: 'mail', page: '/' } } });
  page.calls().consent(true);
  page.calls().track('Later');
  page.calls().consent(false);
  page.calls().track('Too late');

  expect(page.kept()).toEqual({});
  expect(page.sent()).toHaveLength(1);
});

test('remembers a refusal where nobody had to ask, and takes a browser that asks for privacy at its word', async () => {
  const page = await visit();
  page.calls().consent(false);
  expect(page.kept()).toEqual({ 'regulars.consent': 'no' });
  const next = await visit({ kept: page.kept() });
  const asking = await visit({ privacy: true });

  expect(next.calls().id()).toBeNull();
  expect(next.kept()).toEqual({ 'regulars.consent': 'no' });
  expect(asking.kept()).toEqual({});
  asking.calls().consent(true);
  expect(asking.calls().id()).toMatch(/^[0-9a-f]{32}$/);
});

test('keeps what cannot be sent, sends it when the line is back, and drops what is refused for ever', async () => {
  const page = await visit({ status: 0 });
  page.calls().track('Order Completed', { total: 5 });
  await vi.waitFor(() => expect(page.waiting()).toHaveLength(2));
  page.window.dispatchEvent(new page.window.Event('pagehide'));
  const handedOver = page.handedOver().map(({ messageId }) => messageId);

  const next = await visit({ kept: page.kept(), status: 503 });
  await vi.waitFor(() => expect(next.waiting()).toHaveLength(3));
  next.answer.status = 200;
  next.window.dispatchEvent(new next.window.Event('online'));
  await vi.waitFor(() => expect(next.waiting()).toHaveLength(0));
  next.answer.status = 400;
  next.calls().track('Poison');

  expect(next.sent().map(({ messageId }) => messageId)).toEqual([...handedOver, expect.any(String)]);
  await vi.waitFor(() => expect(next.waiting()).toHaveLength(0));
});

test('keeps the newest two hundred events and none that is too large', async () => {
  const page = await visit({ status: 0 });
  for (let i = 0; i < 230; i++) page.calls().track('Scrolled', { i });
  page.calls().track('Huge', { text: 'x'.repeat(40_000) });

  const waiting = page.waiting().toSorted();
  expect(waiting).toHaveLength(200);
  expect(page.kept()[waiting.at(-1) ?? '']).toContain('"i":229');
});

test('tells of marked clicks and forms, with the fields that are marked and no password', async () => {
  const body = `
    <button data-regulars-event="Colour Chosen" data-regulars-colour="blue"><b>Blue</b></button><i>not marked</i>
    <form data-regulars-event="Newsletter Asked" data-regulars-place="footer">
      <input data-regulars-field="email" value="a@shop.example"><input name="secret" value="not marked">
      <input type="password" data-regulars-field="password" value="x"><input type="checkbox" data-regulars-field="news" checked>
      <input type="radio" name="r" data-regulars-field="size" value="S"><input type="radio" name="r" data-regulars-field="size" value="L" checked>
    </form>`;
  const page = await visit({ body });
  for (const clicked of ['b', 'i', 'input']) page.window.document.querySelector<HTMLElement>(clicked)?.click();
  page.window.document.querySelector('form')?.dispatchEvent(new page.window.Event('submit', { bubbles: true }));

  await vi.waitFor(() => expect(page.sent()).toHaveLength(3));
  const [, click, form] = page.sent();
  expect(click).toMatchObject({ type: 'track', event: 'Colour Chosen', properties: { colour: 'blue' } });
  expect(form?.event).toBe('Newsletter Asked');
  expect(form?.properties).toEqual({ place: 'footer', email: 'a@shop.example', news: true, size: 'L' });
});

test('tells of each page that an application shows by itself, once', async () => {
  const page = await visit();
  page.window.history.pushState({}, '', '/a');
  page.window.document.title = 'A';
  page.window.history.replaceState({ scrolled: 1 }, '', '/a');
  await vi.waitFor(() => expect(page.sent()).toHaveLength(2));

  expect(page.sent()[1]?.properties).toMatchObject({ path: '/a', title: 'A', referrer: 'https://shop.example/' });
});

test('takes what a page told before it was there, and is another visitor after a reset', async () => {
  const page = await visit({ body: '<script>regulars = [["track", "Early"], ["identify", "7", { plan: "gold" }]]</script>' });
  await vi.waitFor(() => expect(page.sent()).toHaveLength(3));
  const before = page.calls().id();
  page.calls().reset();

  expect(page.sent().map(({ type, event }) => event ?? type)).toEqual(['page', 'Early', 'identify']);
  expect(page.sent()[2]).toMatchObject({ userId: '7', traits: { plan: 'gold' } });
  expect(page.calls().id()).not.toBe(before);
});
