import { SegmentedControl, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { Permitted } from '@/shared/ui/permitted';
import { StatTile } from '@/shared/ui/stat-tile';
import { DisposableDomains } from '../parts/disposable-domains';
import { QualityChecks } from '../parts/quality-checks';
import { QualityCharts } from '../parts/quality-charts';
import { useQuality } from '../quality';

const spans = [6, 12, 24] as const;
const shares = ['score', 'valid', 'fresh', 'complete'] as const;

/** How current the data of the base are, and what to do about it. */
export function QualityPage() {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const [months, setMonths] = useState<number>(12);
  const { data, error, refetch } = useQuality(months);
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t('quality.months')}
      value={String(months)}
      onChange={(value) => setMonths(Number(value))}
      data={spans.map((span) => ({ value: String(span), label: t('quality.span', { count: span }) }))}
    />
  );
  return (
    <Page title={t('quality.title')} description={t('quality.text')} actions={choice}>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Skeleton h={320} />}
      {data && (
        <Stack gap="md">
          <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
            {shares.map((share) => (
              <StatTile key={share} label={t(`quality.${share}`)} value={format.percent(data[share])} definition={t(`quality.${share}Means`, { months })} />
            ))}
          </SimpleGrid>
          <QualityCharts quality={data} />
          <QualityChecks quality={data} />
          <Permitted need="settings.manage">
            <DisposableDomains />
          </Permitted>
        </Stack>
      )}
    </Page>
  );
}
