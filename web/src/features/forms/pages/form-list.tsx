import { Badge, Button, Switch } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { Permitted } from '@/shared/ui/permitted';
import { RouteLink } from '@/shared/ui/route-link';
import { useForms, type FormLine } from '../forms';

export function FormListPage() {
  const { t } = useTranslation('forms');
  const [search, setSearch] = useUrlSearch();
  const archived = search.archived === 'yes';
  const forms = useForms(archived);
  const create = (
    <Permitted need="content.edit">
      <Button component={RouteLink} href="/forms/new" leftSection={<IconPlus size={16} />}>
        {t('list.create')}
      </Button>
    </Permitted>
  );
  return (
    <Page title={t('list.title')} description={t('list.text')} actions={create}>
      <Switch
        label={t('list.archived')}
        checked={archived}
        onChange={(event) => setSearch({ archived: event.currentTarget.checked ? 'yes' : undefined })}
      />
      <DataTable
        label={t('list.title')}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/forms/${id}`}
        empty={
          <EmptyState icon={IconForms} title={t(archived ? 'list.noneTitle' : 'list.emptyTitle')} action={create}>
            {t(archived ? 'list.none' : 'list.empty')}
          </EmptyState>
        }
        {...forms}
      />
    </Page>
  );
}

function useColumns(): Column<FormLine>[] {
  const { t } = useTranslation('forms');
  return [
    { id: 'name', header: t('fields.name'), cell: ({ name }) => name },
    { id: 'slug', header: t('fields.slug'), visibleFrom: 'sm', cell: ({ slug }) => `/f/${slug}` },
    {
      id: 'state',
      header: t('list.state'),
      cell: ({ published }) => (
        <Badge color={published ? 'pine' : 'gray'}>{published ? t('editor.version', { version: published }) : t('editor.unpublished')}</Badge>
      ),
    },
    {
      id: 'submissions',
      header: t('submissions.title'),
      align: 'right',
      cell: ({ submissions }) => <NumberText value={submissions} />,
    },
    {
      id: 'changed',
      header: t('list.changed'),
      align: 'right',
      visibleFrom: 'sm',
      cell: ({ changedAt }) => <DateText value={changedAt} as="relative" />,
    },
  ];
}
