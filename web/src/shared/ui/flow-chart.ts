/** People who were in one place and are in another; null is none of the places. */
export type Move = { from?: string | null; to?: string | null; customers: number };

/** Tells the two sides of the same place apart. */
export type FlowNode = { name: string; title: string; customers: number; colorIndex: number | null };

/** The moves as a Sankey chart: what was on the left, what is on the right; none is a place of its own. */
export function flowGraph(moves: Move[], titleOf: (id: string) => string, none: string) {
  const ids = [...new Set(moves.flatMap(({ from, to }) => [from, to]).filter((id) => id != null))];
  const nodes = new Map<string, FlowNode>();
  const place = (side: string, id: string | null | undefined, customers: number) => {
    const name = `${side} ${id ?? ''}`;
    const known = nodes.get(name)?.customers ?? 0;
    const colorIndex = id == null ? null : ids.indexOf(id);
    nodes.set(name, { name, title: id == null ? none : titleOf(id), customers: known + customers, colorIndex });
    return name;
  };
  const links = moves.map(({ from, to, customers }) => ({
    source: place('before', from, customers),
    target: place('after', to, customers),
    value: customers,
  }));
  return { nodes: [...nodes.values()], links };
}
