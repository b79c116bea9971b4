import { Group, NumberInput, Paper, SegmentedControl, Select, Skeleton, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { minorDigits } from '@/shared/lib/format';
import { useUrlSearch } from '@/shared/lib/url';
import { useFormat } from '@/shared/lib/use-format';
import { eventName } from '@/shared/rules/event-names';
import { useWords } from '@/shared/rules/use-words';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { bandsOf, isMoney, measures, readSide, sideOf, useCross, usualSides, written, type Measure, type Side } from '../own-matrix';
import { BorderTrack } from '../parts/border-track';
import { HeatGrid, type Measure as Shade } from '../parts/heat-grid';
import { MakeSegment } from '../parts/make-segment';
import { type PickedPeople } from '../segment-of-cell';

/** Any two measures against each other; what is compared is kept in the address. */
export function OwnMatrixPage() {
  const { t } = useTranslation('insight');
  const [search, setSearch] = useUrlSearch();
  const rows = readSide(search.rows, usualSides.rows);
  const columns = readSide(search.columns, usualSides.columns);
  const [settled] = useDebouncedValue(`${written(rows)} ${written(columns)}`, 150);
  const [rowsText, columnsText] = settled.split(' ');
  const asked = { rows: readSide(rowsText, rows), columns: readSide(columnsText, columns) };
  const { data, error, refetch } = useCross(asked.rows, asked.columns);
  const [picked, setPicked] = useState<PickedPeople | null>(null);
  const view = useView(asked.rows, asked.columns, data);
  const shade: Shade = search.by === 'revenue' ? 'revenue' : 'customers';
  return (
    <Page title={t('own.title')} description={t('own.text')}>
      <Paper>
        <Stack gap="md">
          <SideEditor label={t('own.rows')} side={rows} onChange={(side) => setSearch({ rows: written(side) })} />
          <SideEditor label={t('own.columns')} side={columns} onChange={(side) => setSearch({ columns: written(side) })} />
        </Stack>
      </Paper>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Skeleton h={320} />}
      {data && (
        <Paper>
          <Group justify="flex-end" mb="sm">
            <SegmentedControl
              size="xs"
              aria-label={t('measure.label')}
              data={[
                { value: 'customers', label: t('measure.customers') },
                { value: 'revenue', label: t('measure.revenue') },
              ]}
              value={shade}
              onChange={(by) => setSearch({ by: by === 'customers' ? undefined : by })}
            />
          </Group>
          <HeatGrid label={t('own.title')} {...view} measure={shade} onPick={setPicked} />
        </Paper>
      )}
      <MakeSegment pick={picked} close={() => setPicked(null)} />
    </Page>
  );
}

type SideEditorProps = { label: string; side: Side; onChange: (side: Side) => void };

function SideEditor({ label, side, onChange }: SideEditorProps) {
  const { t } = useTranslation('insight');
  const titleOf = useTitles();
  const unit = useUnit(side.measure);
  const format = useFormat();
  return (
    <Stack gap={4}>
      <Group gap="xs" align="flex-end">
        <Select
          label={label}
          data={measures.map((value) => ({ value, label: titleOf(value) }))}
          value={side.measure}
          onChange={(measure) => measure && onChange(sideOf(measure as Measure, side.days))}
          allowDeselect={false}
          w={240}
        />
        <NumberInput
          label={t('own.period')}
          placeholder={t('own.all')}
          value={side.days ?? ''}
          onChange={(days) => onChange({ ...side, days: days === '' ? null : Number(days) })}
          min={1}
          max={36_500}
          allowDecimal={false}
          w={170}
        />
      </Group>
      <BorderTrack
        label={t('own.borders', { side: titleOf(side.measure) })}
        tops={side.tops}
        nameOf={(place) => t('thresholds.border', { number: place + 1 })}
        say={(value) => format.number(value / unit)}
        onChange={(tops) => onChange({ ...side, tops })}
      />
    </Stack>
  );
}

function useTitles(): (measure: Measure) => string {
  const words = useWords();
  return (measure) => {
    switch (measure) {
      case 'COUNT':
      case 'REVENUE':
      case 'AVERAGE':
      case 'DAYS_SINCE_LAST':
        return words.t(`measureTitle.${measure}`);
      default:
        return eventName(measure, words);
    }
  };
}

function useUnit(measure: Measure): number {
  const currency = useSession()?.organisation.currency || 'USD';
  return isMoney(measure) ? 10 ** minorDigits(currency) : 1;
}

function useView(rows: Side, columns: Side, data: ReturnType<typeof useCross>['data']) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const titleOf = useTitles();
  const units = { rows: useUnit(rows.measure), columns: useUnit(columns.measure) };
  const say = (unit: number, from: number, to: number | null) => {
    if (to === null) return `${format.number(from / unit)}+`;
    return from === to ? format.number(from / unit) : `${format.number(from / unit)}–${format.number(to / unit)}`;
  };
  const headed = (side: Side, unit: number) =>
    bandsOf(side).map(({ from, to, rule }, index) => ({ score: index, title: say(unit, from, to), words: '', rule }));
  const [down, across] = [headed(rows, units.rows), headed(columns, units.columns)];
  const cells = (data?.cells ?? []).flatMap((cell) => {
    const [row, column] = [down[cell.row], across[cell.column]];
    if (!row || !column) return [];
    const name = t('own.cell', { rows: titleOf(rows.measure), row: row.title, columns: titleOf(columns.measure), column: column.title });
    return [{ ...cell, name, meaning: name, rule: { kind: 'all' as const, rules: [row.rule, column.rule] } }];
  });
  return {
    rows: { title: titleOf(rows.measure), bands: down.toReversed() },
    columns: { title: titleOf(columns.measure), bands: across },
    cells,
  };
}
