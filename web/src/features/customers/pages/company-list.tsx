import { Button, Modal, Text } from '@mantine/core';
import { IconBuilding, IconBuildingPlus, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { countryName } from '@/shared/lib/country-name';
import { useGo, useUrlSearch } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportMenu } from '@/shared/ui/export-menu';
import { notifyDone } from '@/shared/ui/notify';
import { NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { Permitted } from '@/shared/ui/permitted';
import { SearchField, useUrlText } from '@/shared/ui/search-field';
import { useAddCompany, useCompanies, type CompanySummary } from '../companies';
import { CompanyForm } from '../parts/company-form';

export function CompanyListPage() {
  const { t } = useTranslation('customers');
  const { text, setText, settled } = useUrlText('q');
  const companies = useCompanies(settled);
  return (
    <Page title={t('companies.title')} description={t('companies.text')} actions={<Actions text={settled} />}>
      <SearchField label={t('companies.search')} text={text} onChange={setText} />
      <DataTable
        label={t('companies.title')}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/companies/${id}`}
        empty={
          settled ? (
            <EmptyState icon={IconSearch} title={t('list.nothingTitle', { text: settled })}>
              {t('companies.nothing')}
            </EmptyState>
          ) : (
            <EmptyState icon={IconBuilding} title={t('companies.emptyTitle')}>
              {t('companies.empty')}
            </EmptyState>
          )
        }
        {...companies}
      />
    </Page>
  );
}

function Actions({ text }: { text: string }) {
  const q = text ? `?q=${encodeURIComponent(text)}` : '';
  return (
    <>
      <ExportMenu href={(format) => `/api/v1/companies/export.${format}${q}`} />
      <AddCompany />
    </>
  );
}

/** Opens the dialog by the address, so that the palette can, too. */
function AddCompany() {
  const { t } = useTranslation('customers');
  const [search, setSearch] = useUrlSearch();
  const go = useGo();
  const add = useAddCompany();
  const close = () => setSearch({ add: undefined });
  return (
    <Permitted need="customers.edit">
      <Button leftSection={<IconBuildingPlus size={16} />} onClick={() => setSearch({ add: '1' })}>
        {t('companies.add')}
      </Button>
      <Modal
        opened={search['add'] === '1'}
        onClose={close}
        size="lg"
        title={<Text fw={620}>{t('companies.addTitle')}</Text>}
      >
        <CompanyForm
          error={add.error}
          loading={add.isPending}
          action={t('add.save')}
          close={close}
          save={(draft, refused) =>
            add.mutate(draft, {
              onSuccess: ({ id }) => {
                notifyDone(t('companies.added'));
                go(`/companies/${id}`);
              },
              onError: refused,
            })
          }
        />
      </Modal>
    </Permitted>
  );
}

function useColumns(): Column<CompanySummary>[] {
  const { t, i18n } = useTranslation('customers');
  return [
    {
      id: 'name',
      header: t('company.name'),
      cell: ({ name }) => (
        <Text inherit fw={550}>
          {name}
        </Text>
      ),
    },
    { id: 'taxId', header: t('company.taxId'), visibleFrom: 'sm', cell: ({ taxId }) => taxId ?? '—' },
    { id: 'country', header: t('input.country'), visibleFrom: 'md', cell: ({ country }) => (country ? countryName(country, i18n.language) : '—') },
    { id: 'industry', header: t('company.industry'), visibleFrom: 'md', cell: ({ industry }) => industry ?? '—' },
    {
      id: 'size',
      header: t('company.size'),
      visibleFrom: 'lg',
      cell: ({ size }) => (size ? t(`companySize.${size}`) : '—'),
    },
    { id: 'people', header: t('company.people'), align: 'right', cell: ({ people }) => <NumberText value={people} /> },
  ];
}
