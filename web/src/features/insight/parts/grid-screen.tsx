import { Button, Group, Paper, Skeleton, Text } from '@mantine/core';
import { IconAdjustments, IconArrowsHorizontal, IconFileImport, IconGridDots, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GridName } from '@/shared/rules/cells';
import { useFormat } from '@/shared/lib/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { RouteLink } from '@/shared/ui/route-link';
import { Permitted } from '@/shared/ui/permitted';
import { type RfmGrid, type Scheme, type SchemeWish } from '../grids';
import { Borders, wishOf } from './borders';
import { CellBoard } from './cell-board';
import { CellPanel } from './cell-panel';
import { type HeatView } from './heat-grid';
import { Moves } from './moves';
import { Thresholds, type ThresholdAxis } from './thresholds';

type AnyGrid = Pick<RfmGrid, 'scheme' | 'buyers' | 'withoutOrders'>;

type Make = {
  mutate: (wish: SchemeWish, options: { onSuccess: () => void; onError?: (error: unknown) => void }) => void;
  error: unknown;
  isPending: boolean;
  reset: () => void;
};

type GridScreenProps = {
  cells: GridName;
  title: string;
  text: string;
  grid: AnyGrid | undefined;
  error: unknown;
  retry: () => void;
  make: Make;
  axes: ThresholdAxis[];
  /** Borders that are being dragged; null while none are. */
  trial: { wish: SchemeWish | null; setWish: (wish: SchemeWish | null) => void; busy: boolean };
  view: HeatView;
};

/** What the screens of both grids have around the grid. */
export function GridScreen({ cells, title, text, grid, error, retry, make, axes, trial, view }: GridScreenProps) {
  return (
    <Page title={title} description={text} actions={grid && <SchemeActions scheme={grid.scheme} make={make} axes={axes} trial={trial} />}>
      {error && !grid ? <ErrorState error={error} onRetry={retry} /> : null}
      {!grid && !error && <Skeleton h={420} />}
      {grid && grid.buyers === 0 && <NoBuyers />}
      {grid && trial.wish && <DraggedBorders trial={trial} make={make} axes={axes} />}
      {grid && grid.buyers > 0 && (
        <CellBoard grid={cells} label={title} view={view} trial={trial.wish !== null} left={<SchemeText scheme={grid.scheme} />} />
      )}
      {grid && grid.buyers > 0 && <WithoutOrders grid={grid} />}
      {grid && grid.buyers > 0 && <Moves grid={cells} />}
    </Page>
  );
}

function SchemeText({ scheme }: { scheme: Scheme }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const days = scheme.periodDays;
  return (
    <Text size="sm" c="dimmed">
      {t(scheme.method === 'AUTOMATIC' ? 'scheme.automatic' : 'scheme.byHand', { date: format.date(scheme.asOf) })}{' '}
      {days == null ? t('scheme.ever') : t('scheme.period', { count: days, number: format.number(days) })}
    </Text>
  );
}

type Trial = GridScreenProps['trial'];

function DraggedBorders({ trial: { wish, setWish, busy }, make, axes }: { trial: Trial; make: Make; axes: ThresholdAxis[] }) {
  const { t } = useTranslation('insight');
  const onError = useNotifyProblem();
  if (!wish) return null;
  const done = () => {
    notifyDone(t('scheme.done'));
    setWish(null);
  };
  return (
    <Borders
      axes={axes}
      wish={wish}
      busy={busy}
      saving={make.isPending}
      onChange={setWish}
      onSave={() => make.mutate(wish, { onSuccess: done, onError })}
      onCancel={() => setWish(null)}
    />
  );
}

type SchemeActionsProps = { scheme: Scheme; make: Make; axes: ThresholdAxis[]; trial: Trial };

function SchemeActions({ scheme, make, axes, trial }: SchemeActionsProps) {
  const { t } = useTranslation('insight');
  const [byHand, setByHand] = useState(false);
  const onError = useNotifyProblem();
  const periodDays = scheme.periodDays ?? null;
  const done = () => {
    notifyDone(t('scheme.done'));
    setByHand(false);
  };
  return (
    <Permitted need="insight.edit">
      <Button
        variant="default"
        leftSection={<IconArrowsHorizontal size={16} />}
        disabled={trial.wish !== null}
        onClick={() => trial.setWish(wishOf(axes, periodDays))}
      >
        {t('borders.action')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconAdjustments size={16} />}
        onClick={() => {
          make.reset();
          setByHand(true);
        }}
      >
        {t('thresholds.action')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} />}
        loading={make.isPending && !byHand}
        onClick={() => make.mutate({ periodDays }, { onSuccess: done, onError })}
      >
        {t('scheme.recompute')}
      </Button>
      <Thresholds
        opened={byHand}
        close={() => setByHand(false)}
        axes={axes}
        periodDays={periodDays}
        error={make.error}
        loading={make.isPending}
        save={(wish) => make.mutate(wish, { onSuccess: done })}
      />
    </Permitted>
  );
}

function WithoutOrders({ grid }: { grid: AnyGrid }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const { customers, rule } = grid.withoutOrders;
  const number = format.number(customers);
  const [opened, setOpened] = useState(false);
  const name = t('withoutOrders.name');
  const meaning = t('withoutOrders.meaning');
  return (
    <Paper py="sm">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('withoutOrders.text', { count: customers, number })}</Text>
        <Permitted need="segments.edit">
          <Button size="xs" variant="light" onClick={() => setOpened(true)}>
            {t('segment.title')}
          </Button>
        </Permitted>
      </Group>
      <CellPanel pick={opened ? { name, meaning, customers, rule } : null} close={() => setOpened(false)} />
    </Paper>
  );
}

function NoBuyers() {
  const { t } = useTranslation('insight');
  return (
    <EmptyState
      icon={IconGridDots}
      title={t('noBuyers.title')}
      action={
        <Button component={RouteLink} href="/imports" leftSection={<IconFileImport size={16} />}>
          {t('import')}
        </Button>
      }
    >
      {t('noBuyers.text')}
    </EmptyState>
  );
}
