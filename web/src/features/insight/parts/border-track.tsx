import { Box, Text } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import classes from './border-track.module.css';

type BorderTrackProps = {
  label: string;
  /** The largest value of each band but the last, from low to high. */
  tops: number[];
  /** How a border is called, by its place. */
  nameOf: (place: number) => string;
  say: (value: number) => string;
  onChange: (tops: number[]) => void;
};

/** Small values lie as far apart as large ones do, as their counts of people would have it. */
const curve = 0.5;

/** The borders of an axis on one line: dragged, or moved by arrow keys; none passes another. */
export function BorderTrack({ label, tops, nameOf, say, onChange }: BorderTrackProps) {
  const line = useRef<HTMLDivElement>(null);
  const end = useRef(0);
  const put = (place: number, value: number) => {
    const low = tops[place - 1] ?? 0;
    const high = tops[place + 1] ?? Number.MAX_SAFE_INTEGER;
    const next = Math.min(high, Math.max(low, Math.round(value)));
    if (next !== tops[place]) onChange(tops.with(place, next));
  };
  const drag = (place: number) => (event: PointerEvent<HTMLElement>) => {
    const box = line.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    put(place, rounded(share ** (1 / curve) * end.current));
  };
  const step = (place: number) => (event: KeyboardEvent) => {
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    put(place, (tops[place] ?? 0) + by * stepOf(tops[place] ?? 0));
  };
  return (
    <Box role="group" aria-label={label}>
      <Text size="sm" fw={550}>
        {label}
      </Text>
      <div className={classes.track} ref={line}>
        {tops.map((top, place) => (
          <div
            // oxlint-disable-next-line react/no-array-index-key -- the place is what the border is
            key={place}
            className={classes.thumb}
            style={{ insetInlineStart: `${Math.min(1, (Math.max(0, top) / trackEnd(tops)) ** curve) * 100}%` }}
            role="slider"
            tabIndex={0}
            aria-label={nameOf(place)}
            aria-valuenow={top}
            aria-valuemin={tops[place - 1] ?? 0}
            aria-valuemax={tops[place + 1] ?? trackEnd(tops)}
            aria-valuetext={say(top)}
            onPointerDown={(event) => {
              end.current = trackEnd(tops);
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={drag(place)}
            onKeyDown={step(place)}
          >
            <span className={classes.value} data-low={place % 2 === 1 || undefined}>
              {say(top)}
            </span>
          </div>
        ))}
      </div>
    </Box>
  );
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** A hundredth of the value in a round number, at least one. */
function stepOf(value: number): number {
  return Math.max(1, 10 ** (Math.floor(Math.log10(Math.max(1, value))) - 2));
}

function rounded(value: number): number {
  const step = stepOf(value);
  return Math.round(value / step) * step;
}

/** The line ends at twice the last border, in a power of two, so that it keeps still while one drags. */
function trackEnd(tops: number[]): number {
  return 2 ** Math.ceil(Math.log2(Math.max(4, (tops.at(-1) ?? 1) * 1.5)));
}
