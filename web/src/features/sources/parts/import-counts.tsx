import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money, NumberText } from '@/shared/ui/numbers';
import { StatTile } from '@/shared/ui/stat-tile';
import { useFormat } from '@/shared/lib/use-format';
import { type ImportFile } from '../imports';

/** What a file has come to, or would. */
export function ImportCounts({ of: { kind, counts, money } }: { of: ImportFile }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const share = counts.rows > 0 ? format.percent(counts.rejected / counts.rows, 2) : undefined;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm">
      <StatTile label={t('counts.rows')} value={<NumberText value={counts.rows} />} />
      <StatTile
        label={t('counts.rejected')}
        definition={t('counts.rejectedDefinition')}
        value={<NumberText value={counts.rejected} c={counts.rejected > 0 ? 'error' : undefined} />}
        note={counts.rejected > 0 ? share : undefined}
      />
      {counts.cellsLeftOut > 0 && (
        <StatTile
          label={t('counts.cellsLeftOut')}
          definition={t('counts.cellsLeftOutDefinition')}
          value={<NumberText value={counts.cellsLeftOut} />}
        />
      )}
      <StatTile
        label={t(`counts.created.${kind}`)}
        value={<NumberText value={counts.created} />}
      />
      <StatTile label={t(`counts.updated.${kind}`)} value={<NumberText value={counts.updated} />} />
      <StatTile
        label={t('counts.unchanged')}
        definition={t('counts.unchangedDefinition')}
        value={<NumberText value={counts.unchanged} />}
      />
      {(kind === 'customers' || kind === 'orders') && (
        <StatTile
          label={t('counts.customers')}
          value={<NumberText value={counts.customers} />}
          note={t('counts.newCustomers', { count: counts.newCustomers, shown: format.number(counts.newCustomers) })}
        />
      )}
      {counts.orders > 0 && <StatTile label={t('counts.orders')} value={<NumberText value={counts.orders} />} />}
      {money.length > 0 && (
        <StatTile
          label={t(kind === 'payments' ? 'counts.paid' : 'counts.money')}
          definition={t('counts.moneyDefinition')}
          value={
            <Stack gap={0}>
              {money.map((sum) => (
                <Money key={sum.currency} value={sum} />
              ))}
            </Stack>
          }
        />
      )}
    </SimpleGrid>
  );
}
