import { ownCellName, ownCells, ownGrid } from './own-grid';
import { type Words } from './rule-sentence';

export const grids = ['lifecycle', 'rfm', 'matrix'] as const;
export type GridName = (typeof grids)[number];

/** In the order in which people go through them. */
export const stages = ['lead', 'new', 'repeat', 'regular', 'at_risk', 'gone', 'returned'] as const;
export type Stage = (typeof stages)[number];

const crossed = (rows: number[], columns: number[]) => rows.flatMap((row) => columns.map((column) => `${row}-${column}`));

const usualCells: Record<GridName, readonly string[]> = {
  lifecycle: stages,
  rfm: crossed([5, 4, 3, 2, 1], [5, 4, 3, 2, 1]),
  matrix: crossed([3, 2, 1], [3, 2, 1]),
};

const isGrid = (grid: string): grid is GridName => (grids as readonly string[]).includes(grid);

/** Every cell of a grid, also of one that somebody made. */
export function cellsOf(grid: string, words: Words): readonly string[] {
  if (isGrid(grid)) return usualCells[grid];
  const own = ownGrid(grid, words);
  return own ? ownCells(own) : [];
}

export const gridTitle = (grid: string, words: Words): string =>
  isGrid(grid) ? words.t(`grid.${grid}`) : (ownGrid(grid, words)?.name ?? '…');

/** In the middle of a sentence. */
export const gridPhrase = (grid: string, words: Words): string =>
  isGrid(grid) ? words.t(`sentence.grid.${grid}`) : words.t('sentence.grid.own', { name: ownGrid(grid, words)?.name ?? '…' });

/** What people call a cell. */
export function cellName(grid: string, cell: string, words: Words): string {
  const { t } = words;
  if (grid === 'lifecycle') return (stages as readonly string[]).includes(cell) ? t(`cells.stage.${cell as Stage}`) : cell;
  const [row = '', column = ''] = cell.split('-');
  if (grid === 'rfm') return t('cells.rfm', { recency: row, frequency: column });
  if (grid !== 'matrix') {
    const own = ownGrid(grid, words);
    return own ? ownCellName(own, cell, words) : cell;
  }
  return t('cells.matrix', {
    frequency: t(`cells.frequency.${row as '1'}`),
    check: t(`cells.check.${column as '1'}`),
  });
}
