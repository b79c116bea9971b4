type Track = (event: string, properties: Record<string, unknown>) => void;

const mark = 'regulars';

/** An element says what happens to it in `data-regulars-event`, and more in other `data-regulars-…`. */
export function watchMarks(track: Track) {
  document.addEventListener('click', (happened) => found(happened, false, track), true);
  document.addEventListener('submit', (happened) => found(happened, true, track), true);
}

function found(happened: Event, form: boolean, track: Track) {
  const at = happened.composedPath()[0];
  const marked = at instanceof Element && at.closest<HTMLElement>('[data-regulars-event]');
  if (!marked || marked instanceof HTMLFormElement !== form) return;
  const properties: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(marked.dataset)) {
    if (name.startsWith(mark)) properties[name.charAt(mark.length).toLowerCase() + name.slice(mark.length + 1)] = value;
  }
  const event = String(properties.event);
  delete properties.event;
  if (marked instanceof HTMLFormElement) read(marked, properties);
  track(event, properties);
}

/** What is typed is nobody's business but of fields that are marked, and of passwords never. */
function read(form: HTMLFormElement, properties: Record<string, unknown>) {
  for (const field of Array.from(form.elements) as HTMLInputElement[]) {
    const name = field.dataset[`${mark}Field`];
    if (!name || field.type === 'password') continue;
    if (field.type === 'checkbox') properties[name] = field.checked;
    else if (field.type !== 'radio' || field.checked) properties[name] = field.value;
  }
}
