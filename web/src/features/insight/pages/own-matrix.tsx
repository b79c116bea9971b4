import { Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { bandText, ownCellName, sideTitle } from '@/shared/rules/own-grid';
import { useWords } from '@/shared/rules/use-words';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import {
  readSide,
  sameSides,
  sidesOf,
  useCross,
  useOwnMatrices,
  usualSides,
  written,
  type Crossed,
  type Side,
  type Sides,
} from '../own-matrix';
import { CellBoard } from '../parts/cell-board';
import { type HeatView } from '../parts/heat-grid';
import { Moves } from '../parts/moves';
import { OwnMatrixBar } from '../parts/own-matrix-bar';
import { OwnMatrixVersions } from '../parts/own-matrix-versions';
import { SideEditor } from '../parts/side-editor';

/** Any two measures against each other; what is compared is kept in the address, and under a name if one wants. */
export function OwnMatrixPage() {
  const { t } = useTranslation('insight');
  const [search, setSearch] = useUrlSearch();
  const { data: matrices } = useOwnMatrices();
  const chosen = matrices?.find(({ id }) => id === search['matrix']);
  const kept = chosen ? sidesOf(chosen) : usualSides;
  const sides = { rows: readSide(search['rows'], kept.rows), columns: readSide(search['columns'], kept.columns) };
  const changed = !sameSides(sides, kept);
  const choose = (id: string | null) => setSearch({ matrix: id ?? undefined, rows: undefined, columns: undefined });
  const change = (side: 'rows' | 'columns') => (to: Side) => setSearch({ [side]: written(to) });
  const asked = useSettledSides(sides);
  const { data, error, refetch } = useCross(asked);
  const view = useView(asked, data);
  return (
    <Page title={t('own.title')} description={t('own.text')}>
      <Paper>
        <Stack gap="md">
          <OwnMatrixBar matrices={matrices ?? []} chosen={chosen} sides={sides} changed={changed} onChoose={choose} />
          <SideEditor label={t('own.rows')} side={sides.rows} onChange={change('rows')} />
          <SideEditor label={t('own.columns')} side={sides.columns} onChange={change('columns')} />
        </Stack>
      </Paper>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Skeleton h={320} />}
      {data && <CellBoard grid={chosen?.grid ?? null} label={chosen?.name ?? t('own.title')} view={view} trial={changed} />}
      {data && data.outside > 0 && <Outside people={data.outside} />}
      {chosen && !changed && <Moves grid={chosen.grid} />}
      {chosen && <OwnMatrixVersions matrix={chosen} onBack={() => choose(chosen.id)} />}
    </Page>
  );
}

/** Whom one of the measures says nothing of. */
function Outside({ people }: { people: number }) {
  const { t } = useTranslation('insight');
  const { format } = useWords();
  return (
    <Text size="sm" c="dimmed">
      {t('own.outside', { count: people, shown: format.number(people) })}
    </Text>
  );
}

/** Not each step of a drag is asked about. */
function useSettledSides(sides: Sides): Sides {
  const [settled] = useDebouncedValue(`${written(sides.rows)} ${written(sides.columns)}`, 150);
  const [rows, columns] = settled.split(' ');
  return { rows: readSide(rows, sides.rows), columns: readSide(columns, sides.columns) };
}

function useView(sides: Sides, data: Crossed | undefined): HeatView {
  const words = useWords();
  const headed = (side: Side, bands: Crossed['rows']) =>
    bands.map(({ score }) => ({ score, title: bandText(side, score, words), words: '' }));
  const cells = (data?.cells ?? []).map((cell) => {
    const name = ownCellName(sides, `${cell.row}-${cell.column}`, words);
    return { ...cell, name, meaning: name };
  });
  return {
    rows: { title: sideTitle(sides.rows.measure, words), bands: headed(sides.rows, data?.rows ?? []).toReversed() },
    columns: { title: sideTitle(sides.columns.measure, words), bands: headed(sides.columns, data?.columns ?? []) },
    cells,
  };
}
