import { Button, Group, Paper, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { cellName, stages as inOrder } from '@/shared/rules/cells';
import { sentence } from '@/shared/rules/rule-sentence';
import { useWords } from '@/shared/rules/use-words';
import { Money, NumberText } from '@/shared/ui/numbers';
import { Permitted } from '@/shared/ui/permitted';
import { type StagePeople } from '../life-cycle';
import { type PickedPeople } from '../segment-of-cell';

type StageCardsProps = { stages: StagePeople[]; onPick: (people: PickedPeople) => void };

/** Each stage with its people, their money and its rule in words. */
export function StageCards({ stages, onPick }: StageCardsProps) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const words = useWords();
  const all = stages.reduce((sum, { customers }) => sum + customers, 0) || 1;
  const shown = inOrder.flatMap((code) => stages.filter((stage) => stage.code === code));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }} spacing="md">
      {shown.map(({ code, rule, customers, revenue }) => {
        const name = cellName('lifecycle', code, words.t);
        const place = stages.findIndex((stage) => stage.code === code) + 1;
        const meaning = sentence(rule, words);
        return (
          <Paper key={code} component="section" aria-label={name}>
            <Stack gap={6} h="100%">
              <Text fw={620}>{name}</Text>
              <Text fz={26} fw={650} lh={1.1}>
                <NumberText value={customers} />
              </Text>
              <Progress value={(customers / all) * 100} size="sm" aria-label={t('lifeCycle.share')} />
              <Group justify="space-between" gap="xs">
                <Text size="xs" c="dimmed">
                  {t('lifeCycle.ofAll', { share: format.percent(customers / all) })}
                </Text>
                <Text size="xs" c="dimmed" component="div">
                  {t('lifeCycle.revenue')} <Money value={revenue} />
                </Text>
              </Group>
              <Text size="sm" style={{ flexGrow: 1 }}>
                {meaning}
              </Text>
              <Group justify="space-between" gap="xs">
                <Text size="xs" c="dimmed">
                  {t('lifeCycle.place', { place })}
                </Text>
                <Permitted need="segments.edit">
                  <Button
                    size="compact-xs"
                    variant="light"
                    leftSection={<IconFilterPlus size={14} />}
                    onClick={() =>
                      onPick({ name, meaning, customers, rule: { kind: 'cell', grid: 'lifecycle', cells: [code], member: true } })
                    }
                  >
                    {t('segment.title')}
                  </Button>
                </Permitted>
              </Group>
            </Stack>
          </Paper>
        );
      })}
    </SimpleGrid>
  );
}
