import { Skeleton, Tabs } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { useOverview, type Overview } from '../duplicates';
import { Review } from '../parts/review';
import { SearchButtons, SearchPanel, TeachingText } from '../parts/search-panel';
import { Settled } from '../parts/settled';
import { WorthChart } from '../parts/worth-chart';

const tabs = ['review', 'settled', 'search'] as const;

/** Who may be one person, decided pair by pair. */
export function DuplicatesPage() {
  const { t } = useTranslation('duplicates');
  const { data, error, refetch } = useOverview();
  return (
    <Page title={t('title')} description={t('text')} actions={data?.last ? <SearchButtons overview={data} /> : undefined}>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Skeleton h={320} />}
      {data && !data.last && <Begin overview={data} />}
      {data?.last && <Found overview={data} />}
    </Page>
  );
}

function Begin({ overview }: { overview: Overview }) {
  const { t } = useTranslation('duplicates');
  if (overview.runningJob) return <SearchPanel overview={overview} />;
  return (
    <EmptyState icon={IconUsersPlus} title={t('teach.title')} action={<SearchButtons overview={overview} />}>
      <TeachingText />
    </EmptyState>
  );
}

function Found({ overview }: { overview: Overview }) {
  const { t } = useTranslation('duplicates');
  const [tab, setTab] = useState<string>('review');
  return (
    <Tabs value={tab} onChange={(value) => setTab(value ?? 'review')} keepMounted={false}>
      <Tabs.List mb="md">
        {tabs.map((value) => (
          <Tabs.Tab key={value} value={value}>
            {t(`tab.${value}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="review">
        <Review overview={overview} />
      </Tabs.Panel>
      <Tabs.Panel value="settled">
        <Settled />
      </Tabs.Panel>
      <Tabs.Panel value="search">
        <SearchPanel overview={overview} />
        <WorthChart bars={overview.bars} />
      </Tabs.Panel>
    </Tabs>
  );
}
