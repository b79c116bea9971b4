import { Alert, SimpleGrid, Text } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { NumberText } from '@/shared/ui/numbers';
import { StatTile } from '@/shared/ui/stat-tile';
import { type Import, type ImportKind } from '../imports';

type Undone = NonNullable<Import['undo']>;
type Figure = { id: string; kinds: ImportKind[]; value: number; defined?: boolean };

function figuresOf(undo: Undone): Figure[] {
  const { products, stops } = undo;
  return [
    { id: 'removed', kinds: ['customers', 'orders'], value: undo.customersRemoved },
    { id: 'changed', kinds: ['customers', 'orders'], value: undo.customersChanged, defined: true },
    { id: 'ordersRemoved', kinds: ['orders'], value: undo.ordersRemoved },
    { id: 'ordersChanged', kinds: ['orders'], value: undo.ordersChanged, defined: true },
    { id: 'lines', kinds: ['lines'], value: undo.linesTakenBack, defined: true },
    { id: 'payments', kinds: ['payments'], value: undo.paymentsTakenBack, defined: true },
    { id: 'ordersKept', kinds: ['orders', 'lines', 'payments'], value: undo.ordersKept, defined: true },
    { id: 'productsRemoved', kinds: ['products'], value: products.removed },
    { id: 'productsChanged', kinds: ['products'], value: products.changed },
    { id: 'productsKept', kinds: ['products'], value: products.kept, defined: true },
    { id: 'consents', kinds: ['customers'], value: undo.consentsTakenBack, defined: true },
    { id: 'stopsLifted', kinds: ['suppressions'], value: stops.lifted, defined: true },
    { id: 'stopsKept', kinds: ['suppressions'], value: stops.kept, defined: true },
  ];
}

/** What goes and what stays, of the kinds that the import has. */
export function UndoFigures({ of: { files }, undo }: { of: Import; undo: Undone }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const figures = figuresOf(undo).filter(
    ({ kinds, value }) => value > 0 || files.some(({ kind }) => kinds.includes(kind)),
  );
  const names = [...undo.customers.map(({ name }) => name), ...undo.orders].filter((name) => name !== '');
  const { lifted } = undo.stops;
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm">
        {figures.map(({ id, value, defined }) => (
          <StatTile
            key={id}
            label={t(`undo.${id}`)}
            {...(defined && { definition: t(`undo.${id}Definition`) })}
            value={<NumberText value={value} />}
          />
        ))}
      </SimpleGrid>
      {lifted > 0 && (
        <Alert color="sunflower" icon={<IconMailOff size={18} />} title={t('undo.stopsTitle')}>
          <Text size="sm">{t('undo.stopsText', { count: lifted, shown: format.number(lifted) })}</Text>
        </Alert>
      )}
      {names.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('undo.stay', { names: names.join(', ') })}
        </Text>
      )}
    </>
  );
}
