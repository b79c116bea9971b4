import { Alert, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { TextLink } from '@/shared/ui/route-link';
import { StatTile } from '@/shared/ui/stat-tile';
import { peopleHref, type Outcome } from '../report';
import { LiftChart } from './lift-chart';
import { useMoneyText } from '../use-money-text';

type EffectSectionProps = { id: string; outcome: Outcome };

/** What it brought: the difference that chance cannot explain, with its interval. */
export function EffectSection({ id, outcome }: EffectSectionProps) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const money = useMoneyText(outcome.currency);
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2}>{t('effect.title')}</Title>
        <Text size="sm" c="dimmed">
          {outcome.until && t(outcome.closed ? 'effect.closed' : 'effect.open', { at: format.dateTime(outcome.until) })}
        </Text>
      </Group>
      {outcome.mismatch && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t('effect.mismatch')}>
          {t('effect.mismatchText', {
            planned: format.percent(outcome.plannedControlShare),
            actual: format.percent(outcome.actualControlShare),
          })}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <StatTile
          label={t('effect.money')}
          definition={t('definitions.money')}
          value={outcome.money ? money.signed(outcome.money.difference) : '—'}
          note={outcome.money ? money.interval(outcome.money) : t('effect.nothing')}
        />
        <StatTile
          label={t('effect.lift')}
          definition={t('definitions.lift')}
          value={outcome.revenueLift ? money.signed(outcome.revenueLift.difference) : '—'}
          note={outcome.revenueLift ? money.interval(outcome.revenueLift) : t('effect.nothing')}
        />
        <StatTile
          label={t('effect.conversion')}
          definition={t('definitions.conversion')}
          value={outcome.conversionLift ? money.points(outcome.conversionLift.difference) : '—'}
          note={outcome.conversionLift ? money.pointsInterval(outcome.conversionLift) : t('effect.nothing')}
        />
      </SimpleGrid>
      <Paper p="md">
        <Stack gap="sm">
          <Text>{t(`effect.${verdict(outcome)}`)}</Text>
          {outcome.revenueLift && <LiftChart lift={outcome.revenueLift} currency={outcome.currency} />}
          <SidesTable id={id} outcome={outcome} />
        </Stack>
      </Paper>
    </Stack>
  );
}

function verdict({ revenueLift, control }: Outcome): 'noControl' | 'tooFew' | 'better' | 'worse' | 'unproven' {
  if (control.people === 0) return 'noControl';
  if (!revenueLift) return 'tooFew';
  if (revenueLift.low > 0) return 'better';
  return revenueLift.high < 0 ? 'worse' : 'unproven';
}

function SidesTable({ id, outcome }: EffectSectionProps) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const money = useMoneyText(outcome.currency);
  const sides = [
    { key: 'treated', figures: outcome.treated },
    { key: 'control', figures: outcome.control },
  ] as const;
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table aria-label={t('effect.sides')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('effect.side')}</Table.Th>
            {(['people', 'buyers', 'share', 'orders', 'revenue', 'perPerson'] as const).map((column) => (
              <Table.Th key={column} ta="right">
                {t(`effect.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sides.map(({ key, figures }) => (
            <Table.Tr key={key}>
              <Table.Td>{t(`effect.${key}`)}</Table.Td>
              <Table.Td ta="right" className="numeric">
                <TextLink href={peopleHref(id, key)}>{format.number(figures.people)}</TextLink>
              </Table.Td>
              <Table.Td ta="right" className="numeric">
                <TextLink href={peopleHref(id, `${key}-buyers`)}>{format.number(figures.buyers)}</TextLink>
              </Table.Td>
              <Table.Td ta="right" className="numeric">
                {format.percent(figures.conversion, 2)}
              </Table.Td>
              <Table.Td ta="right" className="numeric">
                {format.number(figures.orders)}
              </Table.Td>
              <Table.Td ta="right" className="numeric">
                {money.plain(figures.revenueMinor)}
              </Table.Td>
              <Table.Td ta="right" className="numeric">
                {money.plain(figures.revenuePerPersonMinor)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
