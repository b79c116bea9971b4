import { Text, VisuallyHidden } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { useFormat } from '@/shared/lib/use-format';
import { useTrendWords } from '../use-trend-words';

/** How many more or fewer people there are than there were. */
export function TrendText({ now, before }: { now: number; before: number }) {
  const words = useTrendWords();
  const format = useFormat();
  const change = now - before;
  const Arrow = change > 0 ? IconArrowUpRight : change < 0 ? IconArrowDownRight : IconEqual;
  return (
    <Text span inherit className="numeric" style={{ whiteSpace: 'nowrap' }}>
      <VisuallyHidden>{words(now, before)}</VisuallyHidden>
      <span aria-hidden>
        <Arrow size="1em" style={{ verticalAlign: '-0.12em' }} /> {change === 0 ? '' : format.number(Math.abs(change))}
      </span>
    </Text>
  );
}
