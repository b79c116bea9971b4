import { Box, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type Rule } from '@/shared/rules/rules';
import { phrase, type Words } from '@/shared/rules/rule-sentence';
import { type Part } from '../panel';

type PanelWaterfallProps = { rule: Rule; part: Part<'waterfall'>; base: number; words: Words };

/** Who is lost where: condition after condition, how many are left and how many it took away. */
export function PanelWaterfall({ rule, part, base, words }: PanelWaterfallProps) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const rules = rule.kind === 'all' ? rule.rules : [rule];
  return (
    <Stack gap={8}>
      <Text size="sm" fw={600}>
        {t('preview.waterfall')}
      </Text>
      {part.steps.map(({ path, left, lost }, index) => {
        const step = rules[index];
        return (
          <Box key={path}>
            <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
              <Text size="xs" lineClamp={2} miw={0}>
                {step ? phrase(step, words) : ''}
              </Text>
              <Text size="xs" className="numeric" style={{ whiteSpace: 'nowrap' }}>
                <b>{format.number(left)}</b>{' '}
                <Text span inherit c="dimmed">
                  {t('preview.lost', { count: lost, number: format.number(lost) })}
                </Text>
              </Text>
            </Group>
            <Progress.Root size="sm">
              <Progress.Section value={of(left, base)} aria-label={t('preview.left')} />
              <Progress.Section value={of(lost, base)} color="gray" opacity={0.45} aria-label={t('preview.taken')} />
            </Progress.Root>
          </Box>
        );
      })}
    </Stack>
  );
}

const of = (people: number, base: number): number => (base === 0 ? 0 : (people / base) * 100);
