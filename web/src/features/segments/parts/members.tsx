import { Group, Paper, SegmentedControl, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { useUrlSearch } from '@/shared/lib/url';
import { useFormat } from '@/shared/lib/use-format';
import { undatedText } from '@/shared/rules/undated';
import { useWords } from '@/shared/rules/use-words';
import { DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { ExportMenu } from '@/shared/ui/export-menu';
import { memberParts, pastHref, useMembers, usePast, type MemberPart } from '../segment';
import { type Segment } from '../segments';
import { whyCell } from './why-button';

/** Who is in the segment, or was at the end of a day. */
export function Members({ segment }: { segment: Segment }) {
  const { t } = useTranslation('segments');
  const [search, setSearch] = useUrlSearch();
  const day = search['day'] || null;
  const part = memberParts.find((one) => one === search['part']) ?? 'THEN';
  const members = useMembers(segment.id, day, part);
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-end" gap="xs">
        <Title order={2}>{t('page.members')}</Title>
        <TextInput
          type="date"
          size="xs"
          label={t('past.day')}
          value={day ?? ''}
          onChange={({ currentTarget }) => setSearch({ day: currentTarget.value, part: undefined })}
        />
      </Group>
      {day && <Past segment={segment} day={day} part={part} onPart={(next) => setSearch({ part: next === 'THEN' ? undefined : next })} />}
      <DataTable
        label={t('page.members')}
        columns={[
          { id: 'name', header: t('page.name'), cell: (person) => personName(person) ?? '—' },
          { id: 'email', header: t('page.email'), visibleFrom: 'sm', cell: ({ email }) => email ?? '—' },
          { id: 'city', header: t('page.city'), visibleFrom: 'md', cell: ({ city }) => city ?? '—' },
          { id: 'why', control: true, header: t('why.button'), cell: whyCell(segment.id, day) },
        ]}
        rowKey={(member) => member.id}
        rowHref={(member) => `/customers/${member.id}`}
        empty={
          <EmptyState icon={IconUsers} title={t(day ? 'past.nobody' : 'page.nobodyTitle')}>
            {day ? null : t('page.nobody')}
          </EmptyState>
        }
        {...members}
      />
    </Stack>
  );
}

type PastProps = { segment: Segment; day: string; part: MemberPart; onPart: (part: MemberPart) => void };

/** A past day in numbers, and what cannot be known about it. */
function Past({ segment, day, part, onPart }: PastProps) {
  const { t } = useTranslation('segments');
  const words = useWords();
  const format = useFormat();
  const { data, error } = usePast(segment.id, day);
  if (error) return <ErrorState error={error} />;
  if (!data) return <Skeleton h={74} />;
  const numbers = { THEN: data.customers, ENTERED: data.entered, LEFT: data.left };
  const undated = undatedText(segment.rule, data.knownToday, words);
  return (
    <Paper>
      <Stack gap="xs">
        <Group gap="xs" justify="space-between">
          <SegmentedControl
            aria-label={t('past.part')}
            value={part}
            onChange={(next) => onPart(next as MemberPart)}
            data={memberParts.map((value) => ({ value, label: t(`past.${value}`, { number: format.number(numbers[value]) }) }))}
          />
          <ExportMenu href={(format) => pastHref(segment.id, day, part, format)} />
        </Group>
        <Text size="sm" c="dimmed">
          {t('preview.asOf', { at: format.dateTime(data.asOf) })} · {t(data.kept ? 'past.kept' : 'past.byRule')}
        </Text>
        {undated && (
          <Text size="sm" c="dimmed">
            {undated}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
