import { Badge, Button, Checkbox, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowsSplit, IconFilterPlus, IconListDetails, IconSearch, IconTrophy, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { useUrlSearch } from '@/shared/lib/url';
import { useFormat } from '@/shared/lib/use-format';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { RouteLink } from '@/shared/ui/route-link';
import { Permitted } from '@/shared/ui/permitted';
import { SearchField, useUrlText } from '@/shared/ui/search-field';
import { Moved } from '../parts/moved';
import { PlaceBar } from '../parts/place-bar';
import { noFolder, ShelfFilter } from '../parts/shelf-filter';
import { Trend } from '../parts/trend';
import { useSegments, type Segment, type SegmentRow } from '../segments';

export function SegmentListPage() {
  const { t } = useTranslation('segments');
  const { text, setText, settled } = useUrlText('q');
  const [{ folder, tag }, setSearch] = useUrlSearch();
  const segments = useSegments({
    ...(settled && { search: settled }),
    ...(folder && { folder: folder === noFolder ? '' : folder }),
    ...(tag && { tag }),
  });
  const [chosen, setChosen] = useState<Segment[]>([]);
  const columns = useColumns(chosen, setChosen);
  const narrowed = Boolean(settled || folder || tag);
  return (
    <Page title={t('list.title')} description={t('list.text')} actions={<Actions />}>
      <SearchField label={t('list.search')} text={text} onChange={setText} slash />
      <ShelfFilter folder={folder} tag={tag} onChange={setSearch} />
      {chosen.length > 0 && <PlaceBar chosen={chosen} onDone={() => setChosen([])} />}
      <DataTable
        label={t('list.title')}
        columns={columns}
        rowKey={({ segment }) => segment.id}
        rowHref={({ segment }) => `/segments/${segment.id}`}
        empty={
          narrowed ? (
            <EmptyState icon={IconSearch} title={settled ? t('list.nothingTitle', { text: settled }) : t('shelf.nothingTitle')}>
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
      <Button component={RouteLink} href="/segments/ranking" variant="default" leftSection={<IconTrophy size={16} />}>
        {t('ranking.title')}
      </Button>
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
      <Button component={RouteLink} href="/segments/new-list" variant="default" leftSection={<IconListDetails size={16} />}>
        {t('byHand.newTitle')}
      </Button>
    </Permitted>
  );
}

function useColumns(chosen: Segment[], choose: (chosen: Segment[]) => void): Column<SegmentRow>[] {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const may = useMay();
  const toggle = (segment: Segment) => {
    const rest = chosen.filter(({ id }) => id !== segment.id);
    choose(rest.length < chosen.length ? rest : [...chosen, segment]);
  };
  const choice: Column<SegmentRow> = {
    id: 'chosen',
    header: <VisuallyHidden>{t('shelf.choose')}</VisuallyHidden>,
    width: 36,
    control: true,
    cell: ({ segment }) => (
      <Checkbox
        size="xs"
        aria-label={t('shelf.chooseOne', { name: segment.name })}
        checked={chosen.some(({ id }) => id === segment.id)}
        onChange={() => toggle(segment)}
      />
    ),
  };
  return [
    ...(may('segments.edit') ? [choice] : []),
    {
      id: 'name',
      header: t('list.name'),
      cell: ({ segment }) => (
        <Group gap={6}>
          <Text inherit fw={550}>
            {segment.name}
          </Text>
          {segment.folder && (
            <Text inherit size="xs" fw={400} c="dimmed">
              {segment.folder}
            </Text>
          )}
          {segment.tags.map((tag) => (
            <Badge key={tag} size="sm" variant="default" tt="none" fw={500}>
              {tag}
            </Badge>
          ))}
        </Group>
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
