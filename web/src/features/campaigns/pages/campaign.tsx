import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { campaignQuery, type Campaign } from '../campaigns';
import { CampaignActions } from '../parts/campaign-actions';
import { CampaignBuilder } from '../parts/campaign-builder';
import { CampaignProgress } from '../parts/campaign-progress';
import { CampaignReportView } from '../parts/campaign-report';
import { ScheduledNote } from '../parts/scheduled-note';
import { StateBadge } from '../parts/state-badge';

/** One address for a campaign's whole life: built, waiting, on its way, told. */
export function CampaignPage() {
  const { t } = useTranslation('campaigns');
  const id = usePathParam('id');
  const { data, error, refetch } = useQuery(campaignQuery(id));
  return (
    <Page
      title={data?.draft.name ?? t('list.title')}
      crumbs={[{ label: t('list.title'), href: '/campaigns' }]}
      beside={data && <StateBadge state={data.state} />}
      actions={data && <CampaignActions campaign={data} />}
    >
      {data ? (
        <Stage campaign={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton h={420} />
      )}
    </Page>
  );
}

function Stage({ campaign }: { campaign: Campaign }) {
  if (campaign.state === 'draft') return <CampaignBuilder key={campaign.id} campaign={campaign} />;
  if (campaign.state === 'scheduled') return <ScheduledNote campaign={campaign} />;
  if (campaign.launchedAt == null) return null;
  return (
    <>
      <CampaignProgress campaign={campaign} />
      <CampaignReportView campaign={campaign} />
    </>
  );
}
