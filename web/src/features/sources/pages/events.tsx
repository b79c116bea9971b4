import { Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconActivity, IconDatabase, IconShieldCheck, IconWorldCode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { Permitted } from '@/shared/ui/permitted';
import { RouteLink } from '@/shared/ui/route-link';
import { bySource, intakeQuery, recentEventsQuery, type RecentEvent } from '../events';
import { EventSource } from '../parts/event-source';
import { ParkedEvents } from '../parts/parked-events';
import { SendFirstEvent } from '../parts/send-first-event';

/** What came in over the wires, what was dropped, and why. */
export function EventsPage() {
  const { t } = useTranslation('sources');
  const [{ view = 'recent' }, setSearch] = useUrlSearch();
  const { data } = useQuery(intakeQuery);
  const quiet = data !== undefined && data.figures.length === 0;
  return (
    <Page
      title={t('events.title')}
      description={t('events.text')}
      actions={
        <>
          <Permitted need="settings.manage">
            <Button component={RouteLink} href="/events/stored" variant="default" leftSection={<IconDatabase size={16} />}>
              {t('events.storedEvents')}
            </Button>
          </Permitted>
          <Button component={RouteLink} href="/events/install" variant="default" leftSection={<IconWorldCode size={16} />}>
            {t('events.install')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        {!quiet && <Sources />}
        <SegmentedControl
          style={{ alignSelf: 'flex-start' }}
          aria-label={t('events.view')}
          value={view}
          onChange={(next) => setSearch({ view: next === 'recent' ? '' : next, reason: '' })}
          data={[
            { value: 'recent', label: t('events.recent') },
            { value: 'refused', label: t('events.refused') },
          ]}
        />
        {view === 'refused' ? <ParkedEvents /> : <Recent />}
      </Stack>
    </Page>
  );
}

type SourceRow = ReturnType<typeof bySource>[number];

function Sources() {
  const { t } = useTranslation('sources');
  const query = useQuery(intakeQuery);
  const columns = useSourceColumns();
  return (
    <DataTable
      label={t('events.bySource')}
      columns={columns}
      rows={query.data && bySource(query.data.figures)}
      rowKey={({ source }) => source}
      error={query.error}
      onRetry={() => void query.refetch()}
      empty={<EmptyState icon={IconShieldCheck} title={t('events.quiet')}>{t('events.quietText')}</EmptyState>}
    />
  );
}

function useSourceColumns(): Column<SourceRow>[] {
  const { t } = useTranslation('sources');
  return [
    { id: 'source', header: t('events.bySource'), cell: ({ source }) => <EventSource name={source} /> },
    { id: 'stored', header: t('events.stored'), align: 'right', cell: ({ stored }) => <NumberText value={stored} /> },
    { id: 'duplicate', header: t('events.duplicate'), align: 'right', visibleFrom: 'sm', cell: ({ duplicate }) => <NumberText value={duplicate} /> },
    { id: 'refused', header: t('events.refused'), align: 'right', cell: ({ refused }) => <NumberText value={refused} /> },
  ];
}

function Recent() {
  const { t } = useTranslation('sources');
  const query = useQuery(recentEventsQuery);
  const columns = useRecentColumns();
  return (
    <DataTable
      label={t('events.recent')}
      columns={columns}
      rows={query.data?.items}
      rowKey={({ id }) => id}
      error={query.error}
      onRetry={() => void query.refetch()}
      empty={
        <EmptyState icon={IconActivity} title={t('events.none')}>
          <SendFirstEvent />
        </EmptyState>
      }
    />
  );
}

function useRecentColumns(): Column<RecentEvent>[] {
  const { t } = useTranslation('sources');
  return [
    {
      id: 'type',
      header: t('events.type'),
      cell: ({ type }) => (
        <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
          {type}
        </Text>
      ),
    },
    { id: 'source', header: t('list.source'), visibleFrom: 'sm', cell: ({ source }) => <EventSource name={source} /> },
    {
      id: 'when',
      header: t('events.received'),
      cell: ({ receivedAt, occurredAt }) => (
        <Group gap={6}>
          <DateText value={receivedAt} as="relative" />
          {isLate(receivedAt, occurredAt) && <Badge color="gray">{t('events.late')}</Badge>}
        </Group>
      ),
    },
  ];
}

const HOUR_MS = 3_600_000;

/** It happened long before it was sent: out of a queue, or of a history. */
function isLate(receivedAt: string, occurredAt: string): boolean {
  return Date.parse(receivedAt) - Date.parse(occurredAt) > HOUR_MS;
}
