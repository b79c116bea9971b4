import { Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '@/shared/lib/use-now';
import { useUrlSearch } from '@/shared/lib/url';
import { useFormat } from '@/shared/lib/use-format';
import { type CellNotes, dayAgo, usualDays } from '../cells';

const spans = [30, 90, 365] as const;

/** Which earlier day the people of cells are compared with; the address keeps it. */
export function TrendSince({ notes: { since, partlyToday } }: { notes: CellNotes }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const now = useNow(3600);
  const [, setSearch] = useUrlSearch();
  const chosen = spans.find((days) => dayAgo(now, days) === since);
  const choose = (day: string) => setSearch({ since: day === dayAgo(now, usualDays) ? undefined : day });
  return (
    <Group gap="xs">
      <Text size="xs" c="dimmed">
        {t('trend.label')}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={t('trend.label')}
        data={spans.map((days) => ({ value: String(days), label: t('trend.days', { count: days, number: format.number(days) }) }))}
        value={chosen === undefined ? '' : String(chosen)}
        onChange={(days) => choose(dayAgo(now, Number(days)))}
      />
      <TextInput
        type="date"
        size="xs"
        aria-label={t('trend.day')}
        value={since}
        max={dayAgo(now, 0)}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {partlyToday && (
        <Text size="xs" c="dimmed">
          {t('trend.partlyToday', { day: format.day(since) })}
        </Text>
      )}
    </Group>
  );
}
