import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { TextLink } from '@/shared/ui/route-link';
import { formQuery, useSubmissions, versionsQuery, type FormVersion, type Submission } from '../forms';
import { FormTabs } from '../parts/form-tabs';

/** What was filled in, and what became of each. */
export function SubmissionsPage() {
  const { t } = useTranslation('forms');
  const id = usePathParam('id');
  const { data: form } = useQuery(formQuery(id));
  const { data: versions } = useQuery(versionsQuery(id));
  const submissions = useSubmissions(id);
  const columns = useColumns(versions?.items ?? []);
  return (
    <Page title={form?.name ?? t('submissions.title')} crumbs={[{ label: t('list.title'), href: '/forms' }]}>
      <FormTabs id={id} tab="submissions" />
      <DataTable
        label={t('submissions.title')}
        columns={columns}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon={IconInbox} title={t('submissions.emptyTitle')}>
            {t('submissions.empty')}
          </EmptyState>
        }
        {...submissions}
      />
    </Page>
  );
}

function useColumns(versions: FormVersion[]): Column<Submission>[] {
  const { t } = useTranslation('forms');
  return [
    { id: 'at', header: t('submissions.at'), cell: ({ at }) => <DateText value={at} as="relative" /> },
    { id: 'who', header: t('submissions.who'), control: true, cell: (row) => <Who row={row} /> },
    { id: 'answers', header: t('submissions.answers'), cell: (row) => <Answers row={row} versions={versions} /> },
    { id: 'outcome', header: t('submissions.outcome'), cell: (row) => <Outcome row={row} /> },
    {
      id: 'via',
      header: t('submissions.via'),
      visibleFrom: 'md',
      cell: ({ via, page }) => (
        <Text inherit style={{ overflowWrap: 'anywhere' }}>
          {page ?? t(`submissions.vias.${via}`)}
        </Text>
      ),
    },
  ];
}

function Who({ row }: { row: Submission }) {
  const { t } = useTranslation('forms');
  if (!row.customer) return t('submissions.nobody');
  const href = `/customers/${row.customer}`;
  return <TextLink href={href}>{row.name || t('submissions.unnamed')}</TextLink>;
}

function Answers({ row, versions }: { row: Submission; versions: FormVersion[] }) {
  const { i18n } = useTranslation('forms');
  const fields = versions.find(({ version }) => version === row.version)?.definition.fields ?? [];
  const named = (key: string) => {
    const label = fields.find((field) => field.key === key)?.label ?? {};
    return label[i18n.language] || Object.values(label)[0] || key;
  };
  return (
    <Stack gap={0}>
      {Object.entries(row.answers).map(([key, answer]) => (
        <Group key={key} gap={6} align="baseline" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          <Text size="sm" c="dimmed">
            {named(key)}
          </Text>
          <Text size="sm">{answer}</Text>
        </Group>
      ))}
    </Stack>
  );
}

function Outcome({ row }: { row: Submission }) {
  const { t } = useTranslation('forms');
  return (
    <Stack gap={4} align="flex-start">
      <Badge color={row.outcome === 'created' ? 'pine' : 'gray'}>{t(`submissions.outcomes.${row.outcome}`)}</Badge>
      {row.waiting && <Badge color="sunflower">{t('submissions.waiting')}</Badge>}
      {row.confirmed && <Badge color="pine">{t('submissions.confirmed')}</Badge>}
    </Stack>
  );
}
