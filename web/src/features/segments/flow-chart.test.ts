import { expect, it } from 'vitest';
import { flowLinks } from './flow-chart';

it('draws each move from what was to what is, and none as a place of its own', () => {
  const chart = flowLinks(
    {
      before: [],
      after: [],
      moves: [
        { from: 'a', to: 'a', customers: 5 },
        { from: 'a', to: null, customers: 2 },
        { from: null, to: 'a', customers: 1 },
      ],
    },
    { nameOf: (id) => id.toUpperCase(), none: 'none', before: 'May', after: 'June' },
  );

  expect(chart.links).toEqual([
    { source: 'A · May', target: 'A · June', value: 5 },
    { source: 'A · May', target: 'none · June', value: 2 },
    { source: 'none · May', target: 'A · June', value: 1 },
  ]);
  expect(chart.nodes.map(({ name }) => name).toSorted()).toEqual(['A · June', 'A · May', 'none · June', 'none · May']);
});
