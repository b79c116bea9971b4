import { Group, Paper, SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { useCellNotes } from '../cells';
import { type PickedPeople } from '../segment-of-cell';
import { CellPanel } from './cell-panel';
import { codeOf, HeatGrid, picked, shares, type HeatView, type Measure } from './heat-grid';
import { Strategies } from './strategies';
import { TrendSince } from './trend-since';

type CellBoardProps = {
  /** As rules name it; null for a matrix that is not kept: then there are neither trends nor plans. */
  grid: string | null;
  label: string;
  view: HeatView;
  /** The borders are being tried: what there was before is not known for them. */
  trial: boolean;
  left?: ReactNode;
};

/** The heat map of a grid with everything one does with its cells. */
export function CellBoard({ grid, label, view, trial, left }: CellBoardProps) {
  const { t } = useTranslation('insight');
  const [search, setSearch] = useUrlSearch();
  const [pick, setPick] = useState<PickedPeople | null>(null);
  const notes = useCellNotes(grid, !trial);
  const measure: Measure = search['by'] === 'revenue' ? 'revenue' : 'customers';
  const shown = trial ? null : notes;
  const share = shares(view.cells, 'customers');
  return (
    <>
      <Paper>
        <Group justify="space-between" mb="sm" gap="xs">
          {left ?? <span />}
          <Group gap="md">
            {shown && <TrendSince notes={shown} />}
            <SegmentedControl
              size="xs"
              aria-label={t('measure.label')}
              data={[
                { value: 'customers', label: t('measure.customers') },
                { value: 'revenue', label: t('measure.revenue') },
              ]}
              value={measure}
              onChange={(by) => setSearch({ by: by === 'customers' ? undefined : by })}
            />
          </Group>
        </Group>
        <HeatGrid label={label} {...view} measure={measure} notes={shown} onPick={setPick} />
      </Paper>
      {shown && (
        <Strategies
          notes={shown}
          cells={view.cells.flatMap((cell) => {
            const open = picked(cell, share(cell), shown);
            return open ? [{ code: codeOf(cell), name: cell.name, customers: cell.customers, open: () => setPick(open) }] : [];
          })}
        />
      )}
      <CellPanel pick={pick} close={() => setPick(null)} />
    </>
  );
}
