/** Tells of every page that an application shows without loading one. */
export function watchPages(seen: () => void) {
  let last = here();
  const look = () => {
    const now = here();
    if (now === last) return;
    last = now;
    seen();
  };
  const after = () => setTimeout(look); // the title is set after the address
  for (const change of ['pushState', 'replaceState'] as const) {
    const original = history[change];
    history[change] = function (this: History, ...given: Parameters<History['pushState']>) {
      original.apply(this, given);
      after();
    };
  }
  addEventListener('popstate', after);
  addEventListener('pageshow', ({ persisted }) => persisted && seen());
}

function here() {
  return location.pathname + location.search;
}
