import { Paper, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { aboutQuery } from '../about';
import { AboutFacts } from '../parts/about-facts';

export function AboutPage() {
  const { t } = useTranslation('access');
  const { data, error, refetch } = useQuery(aboutQuery);
  return (
    <Page size="narrow" title={t('about.title')} description={t('about.text')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && (
        <Paper>
          <Skeleton h={280} />
        </Paper>
      )}
      {data && <AboutFacts about={data} />}
    </Page>
  );
}
