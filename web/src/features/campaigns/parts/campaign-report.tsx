import { SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { ErrorState } from '@/shared/ui/error-state';
import { NumberText } from '@/shared/ui/numbers';
import { StatTile } from '@/shared/ui/stat-tile';
import { moves, type Campaign } from '../campaigns';
import { peopleHref, reportQuery, type Report } from '../report';
import { EffectSection } from './effect-section';
import { ExclusionTable } from './exclusion-table';

export function CampaignReportView({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const { data, error, refetch } = useQuery(reportQuery(campaign.id, moves(campaign.state)));
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton h={420} />;
  return (
    <Stack gap="lg">
      <EffectSection id={campaign.id} outcome={data.outcome} />
      <Stack gap="sm">
        <Title order={2}>{t('report.delivery')}</Title>
        <DeliveryTiles id={campaign.id} report={data} />
        <Text size="sm" c="dimmed">
          {t('report.bounces')}
        </Text>
      </Stack>
      <Stack gap="sm">
        <Title order={2}>{t('report.responses')}</Title>
        <ResponseTiles id={campaign.id} report={data} campaign={campaign} />
        <Text size="sm" c="dimmed">
          {t('report.machines')}
        </Text>
      </Stack>
      <ExclusionTable id={campaign.id} title={t('report.excluded')} state="excluded" exclusions={data.excluded} />
      <ExclusionTable id={campaign.id} title={t('report.refusals')} state="refused" exclusions={data.deliveries.refusals} />
    </Stack>
  );
}

type TilesProps = { id: string; report: Report };
const deliveries = ['sent', 'accepted', 'refused', 'deferred', 'unknown', 'waiting', 'failed', 'expired', 'cancelled'] as const;

/** The first three always, the others when somebody is there. */
function DeliveryTiles({ id, report }: TilesProps) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const { deliveries: counts } = report;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }}>
      {deliveries
        .filter((bucket, index) => index < 3 || counts[bucket] > 0)
        .map((bucket) => (
          <StatTile
            key={bucket}
            label={t(`buckets.${bucket}`)}
            definition={t(`definitions.${bucket}`)}
            value={<NumberText value={counts[bucket]} />}
            note={counts.treated > 0 ? format.percent(counts[bucket] / counts.treated) : undefined}
            href={peopleHref(id, bucket)}
          />
        ))}
    </SimpleGrid>
  );
}

function ResponseTiles({ id, report, campaign }: TilesProps & { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const { responses, deliveries: counts } = report;
  const { trackOpens, trackClicks } = campaign.draft;
  const tiles = [
    { bucket: 'opened', people: responses.opened, shown: trackOpens },
    { bucket: 'clicked', people: responses.clicked, shown: trackClicks },
    { bucket: 'unsubscribed', people: responses.unsubscribed, shown: true },
    { bucket: 'machine-opened', people: responses.machineOpened, shown: trackOpens },
    { bucket: 'machine-clicked', people: responses.machineClicked, shown: trackClicks },
  ];
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }}>
      {tiles.map(({ bucket, people, shown }) => (
        <StatTile
          key={bucket}
          label={t(`buckets.${bucket}`)}
          definition={t(`definitions.${bucket}`)}
          value={shown ? <NumberText value={people} /> : t('report.notTracked')}
          note={shown && counts.accepted > 0 ? format.percent(people / counts.accepted) : undefined}
          {...(shown && { href: peopleHref(id, bucket) })}
        />
      ))}
    </SimpleGrid>
  );
}
