import { type Words } from './rule-sentence';

export const grids = ['lifecycle', 'rfm', 'matrix'] as const;
export type GridName = (typeof grids)[number];

/** In the order in which people go through them. */
export const stages = ['lead', 'new', 'repeat', 'regular', 'at_risk', 'gone', 'returned'] as const;
export type Stage = (typeof stages)[number];

const crossed = (rows: number[], columns: number[]) => rows.flatMap((row) => columns.map((column) => `${row}-${column}`));

export const cellsOf: Record<GridName, readonly string[]> = {
  lifecycle: stages,
  rfm: crossed([5, 4, 3, 2, 1], [5, 4, 3, 2, 1]),
  matrix: crossed([3, 2, 1], [3, 2, 1]),
};

export const isGrid = (grid: string): grid is GridName => (grids as readonly string[]).includes(grid);

/** What people call a cell. */
export function cellName(grid: string, cell: string, t: Words['t']): string {
  if (grid === 'lifecycle') return (stages as readonly string[]).includes(cell) ? t(`cells.stage.${cell as Stage}`) : cell;
  const [row = '', column = ''] = cell.split('-');
  if (grid === 'rfm') return t('cells.rfm', { recency: row, frequency: column });
  if (grid !== 'matrix') return cell;
  return t('cells.matrix', {
    frequency: t(`cells.frequency.${row as '1'}`),
    check: t(`cells.check.${column as '1'}`),
  });
}
