import { Group, Stack, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type Pair } from '../duplicates';

const strong = 6;
const some = 2;

/** How much a reason says, in words: bits of evidence mean nothing to anybody else. */
function strength(bits: number): 'strong' | 'some' | 'little' {
  const size = Math.abs(bits);
  if (size >= strong) return 'strong';
  return size >= some ? 'some' : 'little';
}

/** Why the two may be one person: what speaks for it and what against, the weightiest first. */
export function Reasons({ pair }: { pair: Pair }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const reasons = pair.reasons.toSorted((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
  return (
    <Stack gap={4}>
      <Text fw={550}>
        {pair.sure ? t('reasons.sure') : t('reasons.likely', { share: format.percent(pair.probability) })}
      </Text>
      {reasons.map(({ clue, agreement, bits }) => (
        <Group key={clue} gap={6} wrap="nowrap" align="flex-start">
          {bits >= 0 ? (
            <IconArrowUpRight size={16} color="var(--mantine-color-pine-6)" aria-label={t('reasons.for')} style={{ flexShrink: 0 }} />
          ) : (
            <IconArrowDownRight size={16} color="var(--mantine-color-orange-6)" aria-label={t('reasons.against')} style={{ flexShrink: 0 }} />
          )}
          <Text size="sm">
            {t('reasons.line', { clue: t(`clue.${clue}`), agreement: t(`agreement.${agreement}`) })}{' '}
            <Text span c="dimmed" inherit>
              {t(`strength.${bits >= 0 ? 'for' : 'against'}.${strength(bits)}`)}
            </Text>
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
