import { Button, SegmentedControl, SimpleGrid, Skeleton } from '@mantine/core';
import { IconFileImport, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { RouteLink } from '@/shared/ui/route-link';
import { isEmpty, overviewQuery } from '../overview';
import { MonthChart } from '../parts/month-chart';
import { OverviewTiles } from '../parts/overview-tiles';

const periods = ['30', '90', '365'];
const places = ['base', 'new', 'active', 'repeat', 'revenue', 'orders', 'check'];

export function OverviewPage() {
  const { t } = useTranslation('insight');
  const [search, setSearch] = useUrlSearch();
  const days = periods.find((period) => period === search.days) ?? '30';
  const { data: figures, error, refetch } = useQuery(overviewQuery(Number(days)));
  const empty = figures !== undefined && isEmpty(figures);
  return (
    <Page
      title={t('overview.title')}
      actions={
        <SegmentedControl
          size="sm"
          aria-label={t('overview.period')}
          data={periods.map((value) => ({ value, label: t('overview.days', { count: Number(value) }) }))}
          value={days}
          onChange={(next) => setSearch({ days: next === '30' ? undefined : next })}
        />
      }
    >
      {error && !figures && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!figures && !error && <Waiting />}
      {empty && <NoBase />}
      {figures && !empty && (
        <>
          <OverviewTiles figures={figures} />
          <MonthChart months={figures.months} />
        </>
      )}
    </Page>
  );
}

function Waiting() {
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        {places.map((place) => (
          <Skeleton key={place} h={92} />
        ))}
      </SimpleGrid>
      <Skeleton h={360} />
    </>
  );
}

function NoBase() {
  const { t } = useTranslation('insight');
  return (
    <EmptyState
      icon={IconUsers}
      title={t('overview.emptyTitle')}
      action={
        <Button component={RouteLink} href="/imports" leftSection={<IconFileImport size={16} />}>
          {t('import')}
        </Button>
      }
    >
      {t('overview.emptyText')}
    </EmptyState>
  );
}
