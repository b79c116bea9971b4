import { Box, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberText } from '@/shared/ui/numbers';
import { type Check } from '../check';

type Line = { key: string; label: string; people: number; color: string; strong?: boolean };

/** From the audience to those who get it, one line a reason; the lines add up. */
export function Waterfall({ check }: { check: Check }) {
  const { t } = useTranslation('campaigns');
  const lines: Line[] = [
    { key: 'audience', label: t('check.audience'), people: check.audience, color: 'gray', strong: true },
    ...check.excluded.map(({ reason, people }) => ({
      key: reason,
      label: t(`reasons.${reason}`),
      people: -people,
      color: 'sunflower',
    })),
    ...(check.gone > 0 ? [{ key: 'gone', label: t('check.gone'), people: -check.gone, color: 'sunflower' }] : []),
    { key: 'control', label: t('check.control'), people: -check.controlGroup, color: 'blue' },
    { key: 'get', label: t('check.willGet'), people: check.willGet, color: 'pine', strong: true },
  ];
  return (
    <Stack gap={8} role="list" aria-label={t('check.title')}>
      {lines.map((line) => (
        <Bar key={line.key} line={line} whole={check.audience} />
      ))}
    </Stack>
  );
}

function Bar({ line, whole }: { line: Line; whole: number }) {
  const share = whole === 0 ? 0 : (Math.abs(line.people) / whole) * 100;
  return (
    <Box role="listitem">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text fw={line.strong ? 620 : 400}>{line.label}</Text>
        <Text fw={line.strong ? 620 : 400} c={line.people < 0 ? 'dimmed' : undefined}>
          {line.people < 0 && '− '}
          <NumberText value={Math.abs(line.people)} />
        </Text>
      </Group>
      <Progress value={share} color={line.color} size={6} aria-hidden />
    </Box>
  );
}
