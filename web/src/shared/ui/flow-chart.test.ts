import { expect, it } from 'vitest';
import { flowGraph } from './flow-chart';

it('draws each move from what was to what is, and none as a place of its own', () => {
  const { nodes, links } = flowGraph(
    [
      { from: 'a', to: 'a', customers: 5 },
      { from: 'a', to: null, customers: 2 },
      { from: null, to: 'a', customers: 1 },
    ],
    (id) => id.toUpperCase(),
    'none',
  );

  expect(links).toEqual([
    { source: 'before a', target: 'after a', value: 5 },
    { source: 'before a', target: 'after ', value: 2 },
    { source: 'before ', target: 'after a', value: 1 },
  ]);
  expect(nodes).toEqual([
    { name: 'before a', title: 'A', customers: 7, colorIndex: 0 },
    { name: 'after a', title: 'A', customers: 6, colorIndex: 0 },
    { name: 'after ', title: 'none', customers: 2, colorIndex: null },
    { name: 'before ', title: 'none', customers: 1, colorIndex: null },
  ]);
});
