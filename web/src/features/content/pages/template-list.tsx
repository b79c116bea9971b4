import { Badge, Button, Group, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch, IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { RouteLink } from '@/shared/ui/route-link';
import { Permitted } from '@/shared/ui/permitted';
import { useTemplates, type TemplateItem } from '../templates';

export function TemplateListPage() {
  const { t } = useTranslation('content');
  const [search, setSearch] = useUrlSearch();
  const archived = search.archived === 'yes';
  const templates = useTemplates(search.search, archived);
  const find = useDebouncedCallback((text: string) => setSearch({ search: text || undefined }), 250);
  const create = (
    <Permitted need="content.edit">
      <Button component={RouteLink} href="/templates/new" leftSection={<IconPlus size={16} />}>
        {t('list.create')}
      </Button>
    </Permitted>
  );
  return (
    <Page title={t('list.title')} description={t('list.text')} actions={create}>
      <Group gap="md">
        <TextInput
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          leftSection={<IconSearch size={15} />}
          defaultValue={search.search}
          onChange={(event) => find(event.currentTarget.value)}
          w={280}
        />
        <Switch
          label={t('list.archived')}
          checked={archived}
          onChange={(event) => setSearch({ archived: event.currentTarget.checked ? 'yes' : undefined })}
        />
      </Group>
      <DataTable
        label={t('list.title')}
        columns={useTemplateColumns()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/templates/${id}`}
        empty={
          <EmptyState icon={IconTemplate} title={t(search.search || archived ? 'list.noneTitle' : 'list.emptyTitle')} action={create}>
            {t(search.search || archived ? 'list.none' : 'list.empty')}
          </EmptyState>
        }
        {...templates}
      />
    </Page>
  );
}

function useTemplateColumns(): Column<TemplateItem>[] {
  const { t } = useTranslation('content');
  return [
    { id: 'name', header: t('fields.name'), cell: ({ name }) => name },
    { id: 'subject', header: t('fields.subject'), visibleFrom: 'md', cell: ({ subject }) => <Text inherit lineClamp={1}>{subject}</Text> },
    { id: 'type', header: t('fields.type'), cell: ({ type }) => <Badge color="gray">{t(`types.${type}`)}</Badge> },
    { id: 'language', header: t('fields.language'), visibleFrom: 'sm', cell: ({ language }) => t(`languages.${language}`, language) },
    {
      id: 'updated',
      header: t('list.updated'),
      align: 'right',
      visibleFrom: 'xs',
      cell: ({ updatedAt }) => <DateText value={updatedAt} as="relative" />,
    },
  ];
}
