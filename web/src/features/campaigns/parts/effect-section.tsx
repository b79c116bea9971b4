import { Alert, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { StatTile } from '@/shared/ui/stat-tile';
import { type Outcome } from '../report';
import { LiftChart } from './lift-chart';
import { SidesTable } from './sides-table';
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
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          <Stack gap="sm" miw={0}>
            <Text fw={550}>{t(`effect.${verdict(outcome)}`)}</Text>
            {outcome.revenueLift && <LiftChart lift={outcome.revenueLift} currency={outcome.currency} />}
          </Stack>
          <SidesTable id={id} outcome={outcome} />
        </SimpleGrid>
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
