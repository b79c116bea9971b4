import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconHistory, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '@/shared/api/colleagues';
import { useMay } from '@/shared/api/permission';
import { useUrlSearch } from '@/shared/lib/url';
import { DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportMenu } from '@/shared/ui/export-menu';
import { Page } from '@/shared/ui/page';
import { auditHref, noFilter, ownActions, useAudit, type AuditFilter } from '../audit';
import { type Narrow, useActionName, useAuditColumns } from '../parts/audit-columns';

/** Who did what to what, and when; a click on a name or an object narrows to it. */
export function AuditPage() {
  const { t } = useTranslation('access');
  const [search, narrow] = useUrlSearch();
  const filter = { ...noFilter, ...search };
  const entries = useAudit(filter);
  const columns = useAuditColumns(narrow);
  return (
    <Page title={t('audit.title')} description={t('audit.text')} actions={<ExportMenu need="audit.read" href={(format) => auditHref(filter, format)} />}>
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
