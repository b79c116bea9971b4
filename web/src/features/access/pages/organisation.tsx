import { Paper, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { organisationQuery } from '../organisation';
import { OrganisationForm } from '../parts/organisation-form';

export function OrganisationPage() {
  const { t } = useTranslation(['access', 'shared']);
  const { data, error, refetch } = useQuery(organisationQuery);
  return (
    <Page size="narrow" title={t('organisation.title')} description={t('organisation.text')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Paper p="lg">
          {data ? (
            <OrganisationForm
              initial={data}
              submit={t('shared:save')}
              wide
              onSaved={() => notifyDone(t('shared:saved'))}
            />
          ) : (
            <Skeleton h={320} />
          )}
        </Paper>
      )}
    </Page>
  );
}
