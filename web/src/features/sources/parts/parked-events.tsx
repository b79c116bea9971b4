import { Button, Chip, Group, Stack, Text } from '@mantine/core';
import { IconRefresh, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText, NumberText } from '@/shared/ui/numbers';
import { byReason, intakeQuery, useParkedEvents, type ParkedEvent } from '../events';
import { EventSource } from './event-source';
import { ParkedEventView } from './parked-event-view';
import { useReplayTold } from './use-replay-told';

/** What the gate refused, by reason; each can be looked at and sent through again. */
export function ParkedEvents() {
  const { t } = useTranslation('sources');
  const [{ reason = '' }, setSearch] = useUrlSearch();
  const [opened, open] = useState<string>();
  const { data } = useQuery(intakeQuery);
  const parked = useParkedEvents(reason);
  const replay = useReplayTold();
  const reasons = byReason(data?.figures ?? []);
  return (
    <Stack gap="sm">
      {reasons.length > 0 && (
        <Group gap="xs">
          {reasons.map((one) => (
            <Chip key={one.reason} checked={one.reason === reason} onChange={(on) => setSearch({ reason: on ? one.reason : '' })}>
              {t(`events.reasons.${one.reason}`)} · <NumberText value={one.count} />
            </Chip>
          ))}
          {reason && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} />}
              loading={replay.isPending}
              onClick={() => replay.mutate({ reason })}
            >
              {t('events.replayAll')}
            </Button>
          )}
        </Group>
      )}
      <DataTable
        label={t('events.refused')}
        columns={useColumns(open)}
        rowKey={({ id }) => id}
        {...parked}
        empty={
          <EmptyState icon={IconShieldCheck} title={t('events.noneRefused')}>
            {t('events.noneRefusedText')}
          </EmptyState>
        }
      />
      {opened && <ParkedEventView id={opened} onClose={() => open(undefined)} />}
    </Stack>
  );
}

function useColumns(open: (id: string) => void): Column<ParkedEvent>[] {
  const { t } = useTranslation('sources');
  return [
    {
      id: 'reason',
      header: t('events.reason'),
      cell: ({ reason, detail }) => (
        <>
          <Text size="sm" fw={550}>
            {t(`events.reasons.${reason}`)}
          </Text>
          <Text size="xs" c="dimmed" lang="en" style={{ overflowWrap: 'anywhere' }}>
            {detail}
          </Text>
        </>
      ),
    },
    { id: 'source', header: t('list.source'), visibleFrom: 'sm', cell: ({ source }) => <EventSource name={source} /> },
    { id: 'when', header: t('events.received'), visibleFrom: 'sm', cell: ({ parkedAt }) => <DateText value={parkedAt} as="relative" /> },
    {
      id: 'look',
      header: '',
      align: 'right',
      control: true,
      cell: ({ id }) => (
        <Button size="compact-sm" variant="default" onClick={() => open(id)}>
          {t('events.look')}
        </Button>
      ),
    },
  ];
}
