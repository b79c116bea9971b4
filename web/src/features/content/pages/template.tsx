import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { TemplateEditor } from '../parts/template-editor';
import { templateQuery } from '../templates';

export function TemplatePage() {
  const { t } = useTranslation('content');
  const id = usePathParam('id');
  const { data, error, refetch } = useQuery({ ...templateQuery(id), refetchOnWindowFocus: false });
  if (data) return <TemplateEditor key={data.id} template={data} initial={data.draft} />;
  return (
    <Page title={t('list.title')} crumbs={[{ label: t('list.title'), href: '/templates' }]}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton h={480} />}
    </Page>
  );
}
