import { Autocomplete, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconDatabase } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { PersonSelect } from '@/shared/ui/person-select';
import { RetentionRules } from '../parts/retention-rules';
import { Section } from '../parts/section';
import { StoredFound } from '../parts/stored-found';
import { filterOf, storedEventsQuery, type StoredEvents } from '../stored-events';

/** What is stored: counted, told again, deleted; and how long it is kept. */
export function StoredEventsPage() {
  const { t } = useTranslation('sources');
  const [search] = useUrlSearch();
  const filter = filterOf(search);
  const query = useQuery(storedEventsQuery(filter));
  const { data: all } = useQuery(storedEventsQuery({}));
  const types = all?.types.map(({ type }) => type) ?? [];
  return (
    <Page title={t('stored.title')} description={t('stored.text')} crumbs={[{ label: t('events.title'), href: '/events' }]}>
      <Stack gap="lg">
        <Filters types={types} sources={all?.sources ?? []} />
        {query.data && <StoredFound found={query.data} filter={filter} />}
        <DataTable
          label={t('stored.byType')}
          columns={useTypeColumns()}
          rows={query.data?.types}
          rowKey={({ type }) => type}
          error={query.error}
          onRetry={() => void query.refetch()}
          empty={
            <EmptyState icon={IconDatabase} title={t('stored.none')}>
              {t('stored.noneText')}
            </EmptyState>
          }
        />
        <Section title={t('stored.retention')} text={t('stored.retentionText')}>
          <RetentionRules types={types} />
        </Section>
      </Stack>
    </Page>
  );
}

function Filters({ types, sources }: { types: string[]; sources: string[] }) {
  const { t } = useTranslation('sources');
  const [search, setSearch] = useUrlSearch();
  return (
    <Group align="flex-end" gap="sm">
      <Autocomplete label={t('stored.type')} data={types} value={search.type ?? ''} onChange={(type) => setSearch({ type })} w={220} />
      <Select label={t('list.source')} data={sources} clearable value={search.source ?? null} onChange={(source) => setSearch({ source: source ?? '' })} w={220} />
      <TextInput type="date" label={t('stored.from')} value={search.from ?? ''} onChange={({ currentTarget }) => setSearch({ from: currentTarget.value })} />
      <TextInput type="date" label={t('stored.to')} value={search.to ?? ''} onChange={({ currentTarget }) => setSearch({ to: currentTarget.value })} />
      <PersonSelect label={t('stored.person')} placeholder={t('stored.anybody')} value={search.customer} onChange={(customer) => setSearch({ customer: customer ?? '' })} />
    </Group>
  );
}

function useTypeColumns(): Column<StoredEvents['types'][number]>[] {
  const { t } = useTranslation('sources');
  return [
    { id: 'type', header: t('stored.type'), cell: ({ type }) => <span style={{ overflowWrap: 'anywhere' }}>{type}</span> },
    { id: 'count', header: t('events.stored'), align: 'right', cell: ({ count }) => <NumberText value={count} /> },
  ];
}
