import { type SegmentFlow } from './compare';

export type FlowWords = { nameOf: (id: string) => string; none: string; before: string; after: string };

/** The moves as the links of a Sankey chart: what was on the left, what is on the right. */
export function flowLinks({ moves }: SegmentFlow, { nameOf, none, before, after }: FlowWords) {
  const named = (id: string | null | undefined, when: string) => `${id ? nameOf(id) : none} · ${when}`;
  const links = moves.map(({ from, to, customers }) => ({
    source: named(from, before),
    target: named(to, after),
    value: customers,
  }));
  const names = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
  return { nodes: names.map((name) => ({ name })), links };
}
