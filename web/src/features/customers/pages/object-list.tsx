import { Group, SegmentedControl } from '@mantine/core';
import { IconBox, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUrlSearch, writeSearch } from '@/shared/lib/url';
import { DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { ExportMenu } from '@/shared/ui/export-menu';
import { Page } from '@/shared/ui/page';
import { Permitted } from '@/shared/ui/permitted';
import { SearchField, useUrlText } from '@/shared/ui/search-field';
import { nameIn } from '../attribute-text';
import { objectOrders, useObjectColumns } from '../object-columns';
import { objectIcon } from '../object-icons';
import { objectTypesQuery, useObjects, type ObjectType } from '../objects';
import { AddObject } from '../parts/add-object';
import { ColumnChooser } from '../parts/column-chooser';
import { ObjectExamples } from '../parts/object-examples';

/** All objects of one type; the type stands in the address. */
export function ObjectListPage() {
  const { t } = useTranslation('customers');
  const { data: types, error, refetch } = useQuery(objectTypesQuery);
  const [search] = useUrlSearch();
  const type = types?.find(({ key }) => key === search['type']) ?? types?.[0];
  return (
    <Page title={t('objects.title')} description={t('objects.text')} actions={type && <Actions type={type} />}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {types?.length === 0 && (
        <EmptyState icon={IconBox} title={t('objects.emptyTitle')}>
          {t('objects.empty')}
          <Permitted need="settings.manage">
            <ObjectExamples known={[]} />
          </Permitted>
        </EmptyState>
      )}
      {types && type && <Objects key={type.key} types={types} type={type} />}
    </Page>
  );
}

function Actions({ type }: { type: ObjectType }) {
  const [search] = useUrlSearch();
  const asked = writeSearch({ type: type.key, q: search['q'] });
  return (
    <>
      <ExportMenu href={(format) => `/api/v1/objects/export.${format}${asked}`} />
      <Permitted need="customers.edit">
        <AddObject key={type.key} type={type} />
      </Permitted>
    </>
  );
}

function Objects({ types, type }: { types: ObjectType[]; type: ObjectType }) {
  const { t, i18n } = useTranslation('customers');
  const [search, setSearch] = useUrlSearch();
  const { text, setText, settled } = useUrlText('q');
  const order = objectOrders.find(({ order }) => order === search['order'])?.order ?? 'NEWEST';
  const all = useObjectColumns(type);
  const chosen = search['columns']?.split(',') ?? [...all.slice(0, 6).map(({ id }) => id), 'added'];
  const objects = useObjects(type.key, { q: settled, order });
  const sorted = objectOrders.find((one) => one.order === order);
  const one = nameIn(type.one, type.key, i18n.language);
  return (
    <>
      {types.length > 1 && (
        <SegmentedControl
          w="fit-content"
          maw="100%"
          aria-label={t('objects.title')}
          data={types.map(({ key, many }) => ({ value: key, label: nameIn(many, key, i18n.language) }))}
          value={type.key}
          onChange={(key) => setSearch({ type: key, q: undefined, order: undefined, columns: undefined })}
        />
      )}
      <Group gap="xs">
        <SearchField label={t('objects.search')} text={text} onChange={setText} />
        <ColumnChooser all={all} chosen={chosen} onChange={(ids) => setSearch({ columns: ids.join(',') })} />
      </Group>
      <DataTable
        label={nameIn(type.many, type.key, i18n.language)}
        columns={all.filter(({ id }) => id === 'name' || chosen.includes(id))}
        rowKey={({ id }) => id}
        rowHref={({ owner }) => (owner ? `/${owner.kind === 'CUSTOMER' ? 'customers' : 'companies'}/${owner.id}` : '/objects')}
        empty={
          settled ? (
            <EmptyState icon={IconSearch} title={t('objects.nothingTitle', { text: settled })}>
              {t('objects.nothing')}
            </EmptyState>
          ) : (
            <EmptyState icon={objectIcon(type.icon)} title={t('objects.noneTitle', { name: one })}>
              {t('objects.noneYet')}
            </EmptyState>
          )
        }
        {...(sorted && { sort: { column: sorted.column, descending: sorted.descending } })}
        onSort={({ column }) => setSearch({ order: objectOrders.find((known) => known.column === column)?.order })}
        {...objects}
      />
    </>
  );
}
