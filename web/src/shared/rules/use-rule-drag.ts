import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Gap, type Place } from './rule-tree';

type Dragged = { from: Place; gap: Gap | null };

/** Pixels from the edge of the window at which it scrolls along. */
const edge = 56;

/** Dragging by mouse, pen or finger: the parts mark themselves by `data-place`, the gap is where the pointer is. */
export function useRuleDrag(onDrop: (from: Place, gap: Gap) => void) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const current = useRef<Dragged | null>(null);
  const set = (next: Dragged | null) => {
    current.current = next;
    setDragged(next);
  };
  const dragging = dragged !== null;

  useEffect(() => {
    if (!dragging) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      current.current = null;
      setDragged(null);
    };
    window.addEventListener('keydown', cancel);
    return () => window.removeEventListener('keydown', cancel);
  }, [dragging]);

  const handle = (place: Place) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      set({ from: place, gap: null });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!current.current) return;
      if (event.clientY < edge) window.scrollBy(0, -10);
      if (event.clientY > window.innerHeight - edge) window.scrollBy(0, 10);
      set({ from: place, gap: gapAt(event.clientX, event.clientY) });
    },
    onPointerUp: () => {
      const end = current.current;
      set(null);
      if (end?.gap) onDrop(end.from, end.gap);
    },
    onPointerCancel: () => set(null),
  });
  return { handle, dragged };
}

/** Before or after the part under the pointer; over the free ground of a group, at its end. */
function gapAt(x: number, y: number): Gap | null {
  const part = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]');
  if (!part) return null;
  const place = (part.dataset.place ?? '').split('.').filter(Boolean).map(Number);
  const size = part.dataset.size;
  const box = part.getBoundingClientRect();
  const inGroup = size !== undefined && (place.length === 0 || (y > box.top + 14 && y < box.bottom - 14));
  if (inGroup) return { group: place, before: y < box.top + 40 ? 0 : Number(size) };
  const after = y > box.top + box.height / 2 ? 1 : 0;
  return { group: place.slice(0, -1), before: (place.at(-1) ?? 0) + after };
}
