import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What jsdom lacks and Mantine asks for.
window.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => {};
Element.prototype.scrollIntoView ??= () => {};
CSSStyleSheet.prototype.replaceSync ??= () => {};

// Charts are drawn on a paper that takes everything and shows nothing.
const paper = new Proxy({} as CanvasRenderingContext2D, {
  get: () => () => ({ width: 0, addColorStop() {} }),
  set: () => true,
});
HTMLCanvasElement.prototype.getContext = (() => paper) as unknown as HTMLCanvasElement['getContext'];

// Pages are fetched when opened; on a busy machine that takes more than the usual second.
configure({ asyncUtilTimeout: 15_000 });

afterEach(cleanup);
