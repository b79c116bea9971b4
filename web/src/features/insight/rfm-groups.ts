/** What marketers call parts of the grid; every cell is in one of them. */
export type RfmGroup =
  | 'champions'
  | 'loyal'
  | 'promising'
  | 'fresh'
  | 'attention'
  | 'cooling'
  | 'atRisk'
  | 'dear'
  | 'sleeping'
  | 'lost';

/** By rows from the latest buyers to those of long ago, each from one order to many. */
const groups: Record<number, RfmGroup[]> = {
  5: ['fresh', 'promising', 'promising', 'champions', 'champions'],
  4: ['fresh', 'promising', 'promising', 'champions', 'champions'],
  3: ['cooling', 'cooling', 'attention', 'loyal', 'loyal'],
  2: ['sleeping', 'sleeping', 'atRisk', 'atRisk', 'dear'],
  1: ['lost', 'lost', 'atRisk', 'atRisk', 'dear'],
};

export const rfmGroup = (recency: number, frequency: number): RfmGroup => groups[recency]?.[frequency - 1] ?? 'attention';
