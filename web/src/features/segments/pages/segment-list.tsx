import { Button, Text } from '@mantine/core';
import { IconArrowsSplit, IconFilterPlus, IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { RouteLink } from '@/shared/ui/route-link';
import { Permitted } from '@/shared/ui/permitted';
import { SearchField, useUrlText } from '@/shared/ui/search-field';
import { Moved } from '../parts/moved';
import { Trend } from '../parts/trend';
import { useSegments, type SegmentRow } from '../segments';

export function SegmentListPage() {
  const { t } = useTranslation('segments');
  const { text, setText, settled } = useUrlText('q');
  const segments = useSegments(settled);
  const columns = useColumns();
  return (
    <Page title={t('list.title')} description={t('list.text')} actions={<Actions />}>
      <SearchField label={t('list.search')} text={text} onChange={setText} />
      <DataTable
        label={t('list.title')}
        columns={columns}
        rowKey={({ segment }) => segment.id}
        rowHref={({ segment }) => `/segments/${segment.id}`}
        empty={
          settled ? (
            <EmptyState icon={IconSearch} title={t('list.nothingTitle', { text: settled })}>
              {t('list.nothing')}
            </EmptyState>
          ) : (
            <EmptyState icon={IconUsersGroup} title={t('list.emptyTitle')} action={<NewButton />}>
              {t('list.empty')}
            </EmptyState>
          )
        }
        {...segments}
      />
    </Page>
  );
}

function Actions() {
  const { t } = useTranslation('segments');
  return (
    <>
      <Button component={RouteLink} href="/segments/compare" variant="default" leftSection={<IconArrowsSplit size={16} />}>
        {t('page.compare')}
      </Button>
      <NewButton />
    </>
  );
}

function NewButton() {
  const { t } = useTranslation('segments');
  return (
    <Permitted need="segments.edit">
      <Button component={RouteLink} href="/segments/new" leftSection={<IconFilterPlus size={16} />}>
        {t('list.new')}
      </Button>
    </Permitted>
  );
}

function useColumns(): Column<SegmentRow>[] {
  const { t } = useTranslation('segments');
  const format = useFormat();
  return [
    {
      id: 'name',
      header: t('list.name'),
      cell: ({ segment }) => (
        <Text inherit fw={550}>
          {segment.name}
        </Text>
      ),
    },
    {
      id: 'size',
      header: t('list.size'),
      align: 'right',
      cell: ({ segment }) => <NumberText value={segment.membership?.size} />,
    },
    {
      id: 'trend',
      header: t('list.trend'),
      visibleFrom: 'sm',
      cell: ({ trend }) => (
        <Trend sizes={trend} label={t('list.trendLabel', { sizes: trend.map((size) => format.number(size)).join(', ') })} />
      ),
    },
    {
      id: 'moved',
      header: t('list.moved'),
      visibleFrom: 'sm',
      cell: ({ segment }) => <Moved entered={segment.membership?.lastEntered} left={segment.membership?.lastLeft} />,
    },
    {
      id: 'changed',
      header: t('list.changed'),
      align: 'right',
      cell: ({ segment }) => <DateText value={segment.membership?.changedAt} as="relative" />,
    },
  ];
}
