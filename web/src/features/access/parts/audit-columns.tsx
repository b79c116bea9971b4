import { ActionIcon, Group, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Column } from '@/shared/ui/data-table';
import { DateText } from '@/shared/ui/numbers';
import { TextLink } from '@/shared/ui/route-link';
import { type AuditEntry, type AuditFilter } from '../audit';
import { saidParts, screenOf, subjectText } from '../audit-entry';

export type Narrow = (patch: Partial<AuditFilter>) => void;

/** A room's own words, else those of the operation; entries of earlier versions name the right that was used. */
export function useActionName(): (action: string) => string {
  const { t, i18n } = useTranslation('access');
  return (action) => {
    const own = ['auditActions', 'auditOperations', 'permissions'].find((kind) => i18n.exists(`access:${kind}.${action}`));
    return own === undefined ? action : t(`${own}.${action}`);
  };
}

export function useAuditColumns(narrow: Narrow): Column<AuditEntry>[] {
  const { t } = useTranslation('access');
  const nameOf = useActionName();
  return [
    {
      id: 'at',
      header: t('audit.when'),
      width: 170,
      visibleFrom: 'sm',
      cell: ({ at }) => <DateText value={at} />,
    },
    {
      id: 'actor',
      header: t('audit.who'),
      cell: (entry) => (
        <Stack gap={0}>
          <UnstyledButton fz="inherit" style={{ overflowWrap: 'break-word' }} onClick={() => narrow({ actor: entry.actor })}>
            {entry.actorName ?? entry.actor.replace(/^system:.*/, 'Regulars')}
          </UnstyledButton>
          <Text size="xs" c="dimmed" hiddenFrom="sm">
            <DateText value={entry.at} />
          </Text>
        </Stack>
      ),
    },
    { id: 'action', header: t('audit.what'), cell: ({ action }) => nameOf(action) },
    {
      id: 'subject',
      header: t('audit.object'),
      visibleFrom: 'md',
      cell: (entry) => <Subject entry={entry} narrow={narrow} />,
    },
    { id: 'details', header: t('audit.details'), visibleFrom: 'lg', cell: (entry) => <Details entry={entry} /> },
    {
      id: 'address',
      header: t('audit.address'),
      visibleFrom: 'lg',
      cell: ({ address }) => (
        <Text inherit c="dimmed">
          {address}
        </Text>
      ),
    },
  ];
}

function Subject({ entry, narrow }: { entry: AuditEntry; narrow: Narrow }) {
  const { t } = useTranslation('access');
  const text = subjectText(entry);
  const screen = screenOf(entry);
  if (text === '') return null;
  return (
    <Group gap={4} wrap="nowrap">
      <Tooltip label={entry.subject} disabled={text === entry.subject}>
        {screen === null ? <Text inherit>{text}</Text> : <TextLink href={screen}>{text}</TextLink>}
      </Tooltip>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('audit.onlyThis', { subject: entry.subject })}
        onClick={() => narrow({ subject: entry.subject })}
      >
        <IconFilter size={14} />
      </ActionIcon>
    </Group>
  );
}

function Details({ entry }: { entry: AuditEntry }) {
  const parts = saidParts(entry);
  if (parts.length === 0) return null;
  return (
    <Tooltip label={parts.join('\n')} multiline maw={480} styles={{ tooltip: { whiteSpace: 'pre-line' } }}>
      <Text inherit c="dimmed" truncate maw={280} tabIndex={0}>
        {parts.join(' · ')}
      </Text>
    </Tooltip>
  );
}
