import { Group, Text, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { type MoneyValue } from '@/shared/lib/format';
import { useFormat } from '@/shared/lib/use-format';
import { type Rule } from '../grids';
import { type PickedPeople } from '../segment-of-cell';
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

type HeatGridProps = {
  label: string;
  rows: HeatAxis;
  columns: HeatAxis;
  cells: HeatCell[];
  measure: Measure;
  onPick: (pick: PickedPeople) => void;
};

/** A heat map that is a table: read by rows and columns, every cell a button. */
export function HeatGrid({ label, rows, columns, cells, measure, onPick }: HeatGridProps) {
  const share = shares(cells, measure);
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
                      {cell && <Cell cell={cell} share={share(cell)} strongest={strongest} onPick={onPick} />}
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

function shares(cells: HeatCell[], measure: Measure) {
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

type CellProps = { cell: HeatCell; share: number; strongest: number; onPick: (pick: PickedPeople) => void };

function Cell({ cell, share, strongest, onPick }: CellProps) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const { name, meaning, customers, rule } = cell;
  const heat = { '--heat': strongest === 0 ? 0 : share / strongest } as CSSProperties;
  const people = t('cell.customers', { count: customers, number: format.number(customers) });
  return (
    <Tooltip label={meaning} multiline maw={300} events={{ hover: true, focus: true, touch: false }}>
      <UnstyledButton
        className={classes.button}
        style={heat}
        disabled={!rule}
        onClick={() => rule && onPick({ name, meaning, customers, rule })}
      >
        <VisuallyHidden>{`${name}: ${people}, ${format.money(cell.revenue)}. ${meaning}`}</VisuallyHidden>
        <span className={classes.count} aria-hidden>
          {format.number(customers)}
        </span>
        <span className={classes.money} aria-hidden>
          {format.moneyCompact(cell.revenue)}
        </span>
        <span className={classes.more} aria-hidden>
          {format.percent(share)}
        </span>
        {cell.group && (
          <span className={classes.group} aria-hidden>
            {cell.group}
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
