import { Paper, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberText } from '@/shared/ui/numbers';
import { type CellNotes } from '../cells';
import { TrendText } from './trend-text';

/** A cell as the list of strategies needs it. */
export type StrategyCell = { code: string; name: string; customers: number; open: () => void };

type StrategiesProps = { notes: CellNotes; cells: StrategyCell[] };

/** What is wanted of the people of each cell about which something was said. */
export function Strategies({ notes, cells }: StrategiesProps) {
  const { t } = useTranslation('insight');
  const planned = cells.flatMap((cell) => {
    const plan = notes.plans.get(cell.code)?.plan;
    return plan ? [{ cell, plan }] : [];
  });
  return (
    <Paper>
      <Stack gap="xs">
        <Title order={2}>{t('plan.list')}</Title>
        {planned.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('plan.none')}
          </Text>
        )}
        {planned.length > 0 && (
          <Table.ScrollContainer minWidth={620}>
            <Table aria-label={t('plan.list')} verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('plan.cell')}</Table.Th>
                  <Table.Th ta="right">{t('measure.customers')}</Table.Th>
                  <Table.Th>{t('plan.strategy')}</Table.Th>
                  <Table.Th>{t('plan.incentive')}</Table.Th>
                  <Table.Th>{t('plan.goal')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {planned.map(({ cell, plan }) => (
                  <Table.Tr key={cell.code} style={{ verticalAlign: 'top' }}>
                    <Table.Td>
                      <UnstyledButton onClick={cell.open}>
                        <Text size="sm" c="var(--mantine-color-anchor)" fw={550}>
                          {plan.title ?? cell.name}
                        </Text>
                        {plan.title && (
                          <Text size="xs" c="dimmed">
                            {cell.name}
                          </Text>
                        )}
                      </UnstyledButton>
                    </Table.Td>
                    <Table.Td ta="right">
                      <NumberText value={cell.customers} />
                      <Text size="xs" component="div">
                        <Trend notes={notes} cell={cell} />
                      </Text>
                    </Table.Td>
                    <Words text={plan.strategy} />
                    <Words text={plan.incentive} />
                    <Words text={plan.goal} />
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Stack>
    </Paper>
  );
}

function Trend({ notes, cell }: { notes: CellNotes; cell: StrategyCell }) {
  const before = notes.before.get(cell.code);
  return before === undefined ? null : <TrendText now={cell.customers} before={before} />;
}

function Words({ text }: { text: string | null | undefined }) {
  return (
    <Table.Td style={{ whiteSpace: 'pre-line' }}>
      <Text size="sm">{text ?? '—'}</Text>
    </Table.Td>
  );
}
