import { Group, Text, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { type MoneyValue } from '@/shared/lib/format';
import { useFormat } from '@/shared/lib/use-format';
import { type CellNotes } from '../cells';
import { type Rule } from '../grids';
import { type PickedPeople } from '../segment-of-cell';
import { useTrendWords } from '../use-trend-words';
import classes from './heat-grid.module.css';

export type Measure = 'customers' | 'revenue';
export type AxisBand = { score: number; title: string; words: string };
export type HeatAxis = { title: string; bands: AxisBand[] };
export type HeatCell = {
  row: number;
  column: number;
  customers: number;
  revenue: MoneyValue;
  /** What marketers call the part of the grid that it is in. */
  group?: string;
  /** Of the segment it may become. */
  name: string;
  meaning: string;
  rule?: Rule | null | undefined;
};

export type HeatView = { rows: HeatAxis; columns: HeatAxis; cells: HeatCell[] };

type HeatGridProps = HeatView & {
  label: string;
  measure: Measure;
  notes: CellNotes | null;
  onPick: (pick: PickedPeople) => void;
};

/** What rules call a cell of the grid. */
export const codeOf = ({ row, column }: HeatCell): string => `${row}-${column}`;

/** A cell as it is opened; nothing where nobody can be. */
export function picked(cell: HeatCell, share: number, notes: CellNotes | null): PickedPeople | null {
  const { name, meaning, customers, revenue, rule } = cell;
  if (!rule) return null;
  const code = codeOf(cell);
  const kept = notes && { cell: { grid: notes.grid, code, since: notes.since, before: notes.before.get(code) } };
  return { name, meaning, customers, revenue, share, rule, ...kept };
}

/** A heat map that is a table: read by rows and columns, every cell a button. */
export function HeatGrid({ label, rows, columns, cells, measure, notes, onPick }: HeatGridProps) {
  const share = shares(cells, measure);
  const ofPeople = shares(cells, 'customers');
  const strongest = Math.max(...cells.map(share), 0);
  const width = { '--grid-width': `${124 + columns.bands.length * 92}px` } as CSSProperties;
  const many = columns.bands.length > 3 || undefined;
  return (
    <>
      <div className={classes.holder}>
        <table className={classes.table} style={width} data-many={many} aria-label={label}>
          <thead>
            <tr>
              <td className={classes.corner} />
              <th className={classes.axis} colSpan={columns.bands.length} scope="colgroup">
                {columns.title}
              </th>
            </tr>
            <tr>
              <th className={classes.corner} scope="col">
                {rows.title}
              </th>
              {columns.bands.map((band) => (
                <th key={band.score} className={classes.head} scope="col">
                  <BandHead band={band} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.bands.map((row) => (
              <tr key={row.score}>
                <th className={classes.side} scope="row">
                  <BandHead band={row} />
                </th>
                {columns.bands.map((column) => {
                  const cell = cells.find((one) => one.row === row.score && one.column === column.score);
                  return (
                    <td key={column.score} className={classes.cell}>
                      {cell && (
                        <Cell
                          cell={cell}
                          share={share(cell)}
                          strongest={strongest}
                          notes={notes}
                          onPick={() => {
                            const pick = picked(cell, ofPeople(cell), notes);
                            if (pick) onPick(pick);
                          }}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Legend measure={measure} strongest={strongest} />
    </>
  );
}

export function shares(cells: HeatCell[], measure: Measure) {
  const value = (cell: HeatCell) => (measure === 'customers' ? cell.customers : Math.max(0, cell.revenue.minor));
  const total = cells.reduce((sum, cell) => sum + value(cell), 0);
  return (cell: HeatCell) => (total === 0 ? 0 : value(cell) / total);
}

function BandHead({ band }: { band: AxisBand }) {
  return (
    <>
      <span className={classes.band}>{band.title}</span>
      <span className={classes.words}>{band.words}</span>
    </>
  );
}

type CellProps = { cell: HeatCell; share: number; strongest: number; notes: CellNotes | null; onPick: () => void };

function Cell({ cell, share, strongest, notes, onPick }: CellProps) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const words = useTrendWords();
  const { name, meaning, customers, rule } = cell;
  const before = notes?.before.get(codeOf(cell));
  const plan = notes?.plans.get(codeOf(cell))?.plan;
  const heat = { '--heat': strongest === 0 ? 0 : share / strongest } as CSSProperties;
  const people = t('cell.customers', { count: customers, number: format.number(customers) });
  const said = [
    plan?.title ?? name,
    `${people}, ${format.money(cell.revenue)}.`,
    meaning,
    notes && before !== undefined && `${t('trend.sinceDay', { day: format.day(notes.since) })}: ${words(customers, before)}.`,
    plan && t('plan.has'),
  ];
  return (
    <Tooltip label={plan?.strategy ?? meaning} multiline maw={300} events={{ hover: true, focus: true, touch: false }}>
      <UnstyledButton className={classes.button} style={heat} disabled={!rule} onClick={onPick}>
        <VisuallyHidden>{`${said[0]}: ${said.slice(1).filter(Boolean).join(' ')}`}</VisuallyHidden>
        {plan && <IconFlag className={classes.mark} size={13} aria-hidden />}
        <span className={classes.count} aria-hidden>
          {format.number(customers)}
        </span>
        <span className={classes.money} aria-hidden>
          {format.moneyCompact(cell.revenue)}
        </span>
        <span className={classes.more} aria-hidden>
          {format.percent(share)}
          {before !== undefined && rule && (
            <span className={classes.trend}>
              {before < customers ? '▲' : before > customers ? '▼' : '='}
              {before === customers ? '' : format.number(Math.abs(customers - before))}
            </span>
          )}
        </span>
        {(plan?.title ?? cell.group) && (
          <span className={classes.group} aria-hidden>
            {plan?.title ?? cell.group}
          </span>
        )}
      </UnstyledButton>
    </Tooltip>
  );
}

function Legend({ measure, strongest }: { measure: Measure; strongest: number }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  return (
    <Group gap="xs" mt="sm">
      <Text size="xs" c="dimmed">
        {t(`legend.${measure}`)}
      </Text>
      <Group gap={6} wrap="nowrap">
        <Text size="xs" className="numeric">
          {format.percent(0)}
        </Text>
        <div className={classes.scale} />
        <Text size="xs" className="numeric">
          {format.percent(strongest)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t('legend.hint')}
      </Text>
    </Group>
  );
}
