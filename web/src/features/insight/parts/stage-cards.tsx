import { Button, Group, Paper, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconFlag, IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { Money, NumberText } from '@/shared/ui/numbers';
import { type CellNotes } from '../cells';
import { type PickedPeople } from '../segment-of-cell';
import { type OpenStage } from '../use-stage-people';
import { TrendText } from './trend-text';

type StageCardsProps = { people: OpenStage[]; notes: CellNotes; onPick: (people: PickedPeople) => void };

/** Each stage with its people, their money and its rule in words. */
export function StageCards({ people, notes, onPick }: StageCardsProps) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }} spacing="md">
      {people.map((stage) => {
        const { code, name, meaning, customers, share, revenue, place, cell } = stage;
        const plan = notes.plans.get(code)?.plan;
        return (
          <Paper key={code} component="section" aria-label={name}>
            <Stack gap={6} h="100%">
              <Group justify="space-between" gap="xs" wrap="nowrap">
                <Text fw={620}>{plan?.title ?? name}</Text>
                {plan && <IconFlag size={15} aria-label={t('plan.has')} />}
              </Group>
              <Group gap="xs" align="baseline">
                <Text fz={26} fw={650} lh={1.1}>
                  <NumberText value={customers} />
                </Text>
                {cell?.before !== undefined && (
                  <Text size="sm" component="span">
                    <TrendText now={customers} before={cell.before} />
                  </Text>
                )}
              </Group>
              <Progress value={share * 100} size="sm" aria-label={t('lifeCycle.share')} />
              <Group justify="space-between" gap="xs">
                <Text size="xs" c="dimmed">
                  {t('lifeCycle.ofAll', { share: format.percent(share) })}
                </Text>
                <Text size="xs" c="dimmed" component="div">
                  {t('lifeCycle.revenue')} <Money value={revenue} />
                </Text>
              </Group>
              <Text size="sm" style={{ flexGrow: 1 }}>
                {meaning}
              </Text>
              {plan?.strategy && (
                <Text size="sm" fs="italic" lineClamp={3}>
                  {plan.strategy}
                </Text>
              )}
              <Group justify="space-between" gap="xs">
                <Text size="xs" c="dimmed">
                  {t('lifeCycle.place', { place })}
                </Text>
                <Button size="compact-xs" variant="light" leftSection={<IconFolderOpen size={14} />} onClick={() => onPick(stage)}>
                  {t('lifeCycle.open')}
                </Button>
              </Group>
            </Stack>
          </Paper>
        );
      })}
    </SimpleGrid>
  );
}
