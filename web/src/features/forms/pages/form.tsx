import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { formQuery } from '../forms';
import { FormBuilder } from '../parts/form-builder';

export function FormPage() {
  const { t } = useTranslation('forms');
  const id = usePathParam('id');
  const { data, error, refetch } = useQuery({ ...formQuery(id), refetchOnWindowFocus: false });
  if (data) return <FormBuilder key={data.id} form={data} />;
  return (
    <Page title={t('list.title')} crumbs={[{ label: t('list.title'), href: '/forms' }]}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton h={480} />}
    </Page>
  );
}
