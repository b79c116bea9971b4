import { Button, Code, Group, Select, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconHistory, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '@/shared/api/colleagues';
import { useMay } from '@/shared/api/permission';
import { useUrlSearch } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { noFilter, ownActions, useAudit, type AuditEntry, type AuditFilter } from '../audit';

type Narrow = (patch: Partial<AuditFilter>) => void;

/** Who did what to what, and when; a click on a name or an object narrows to it. */
export function AuditPage() {
  const { t } = useTranslation('access');
  const [search, narrow] = useUrlSearch();
  const filter = { ...noFilter, ...search };
  const entries = useAudit(filter);
  const columns = useAuditColumns(narrow);
  return (
    <Page title={t('audit.title')} description={t('audit.text')}>
      <Filters filter={filter} narrow={narrow} />
      <DataTable
        label={t('audit.title')}
        columns={columns}
        {...entries}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={IconHistory} title={t('audit.nothing')}>
            {t('audit.nothingText')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function Filters({ filter, narrow }: { filter: AuditFilter; narrow: Narrow }) {
  const { t } = useTranslation('access');
  const may = useMay();
  const { data: people = [] } = useQuery({ ...colleaguesQuery, enabled: may('customers.read') });
  const actions = useActions();
  return (
    <Group align="flex-end" gap="sm">
      {people.length > 0 && (
        <Select
          label={t('audit.who')}
          searchable
          clearable
          w={220}
          data={people.map(({ id, name }) => ({ value: `user:${id}`, label: name }))}
          value={filter.actor || null}
          onChange={(actor) => narrow({ actor: actor ?? '' })}
        />
      )}
      <Select
        label={t('audit.what')}
        searchable
        clearable
        w={280}
        data={actions}
        value={filter.action || null}
        onChange={(action) => narrow({ action: action ?? '' })}
      />
      <TextInput
        type="date"
        label={t('audit.from')}
        value={filter.from}
        onChange={({ currentTarget }) => narrow({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('audit.to')}
        value={filter.to}
        onChange={({ currentTarget }) => narrow({ to: currentTarget.value })}
      />
      <Chosen
        label={t('audit.who')}
        value={people.some(({ id }) => filter.actor === `user:${id}`) ? '' : filter.actor} 
        clear={() => narrow({ actor: '' })}
      />
      <Chosen label={t('audit.object')} value={filter.subject} clear={() => narrow({ subject: '' })} />
    </Group>
  );
}

function Chosen({ label, value, clear }: { label: string; value: string; clear: () => void }) {
  if (value === '') return null;
  return (
    <Button variant="light" rightSection={<IconX size={14} />} onClick={clear}>
      {`${label}: ${value.slice(0, 24)}`}
    </Button>
  );
}

/** A room's own words, else those of the operation; entries of earlier versions name the right that was used. */
function useActionName(): (action: string) => string {
  const { t, i18n } = useTranslation('access');
  return (action) => {
    const own = ['auditActions', 'auditOperations', 'permissions'].find((kind) => i18n.exists(`access:${kind}.${action}`));
    return own === undefined ? action : t(`${own}.${action}`);
  };
}

/** All that an entry can say was done, by its words. */
function useActions() {
  const { i18n } = useTranslation('access');
  const nameOf = useActionName();
  const bundle: unknown = i18n.getResource(i18n.language, 'access', 'auditOperations');
  const operations = Object.keys((bundle ?? {}) as Record<string, string>);
  return [...ownActions, ...operations]
    .map((action) => ({ value: action, label: nameOf(action) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language));
}

function useAuditColumns(narrow: Narrow): Column<AuditEntry>[] {
  const { t } = useTranslation('access');
  const nameOf = useActionName();
  return [
    { id: 'at', header: t('audit.when'), width: 170, cell: ({ at }) => <DateText value={at} /> },
    {
      id: 'actor',
      header: t('audit.who'),
      cell: ({ actor, actorName }) => (
        <UnstyledButton fz="inherit" onClick={() => narrow({ actor })}>
          {actorName ?? actor.replace(/^system:.*/, 'Regulars')}
        </UnstyledButton>
      ),
    },
    { id: 'action', header: t('audit.what'), cell: ({ action }) => nameOf(action) },
    {
      id: 'subject',
      header: t('audit.object'),
      visibleFrom: 'md',
      cell: ({ subject }) => (
        <UnstyledButton onClick={() => narrow({ subject })}>
          <Code>{subject}</Code>
        </UnstyledButton>
      ),
    },
    { id: 'details', header: t('audit.details'), visibleFrom: 'lg', cell: ({ details }) => <Details value={details} /> },
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

function Details({ value }: { value: unknown }) {
  const text = JSON.stringify(value);
  if (text === '{}') return null;
  return (
    <Tooltip label={text} multiline maw={480}>
      <Text inherit c="dimmed" truncate maw={280} tabIndex={0}>
        {text}
      </Text>
    </Tooltip>
  );
}
