import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam, useUrlSearch } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { formQuery } from '../forms';
import { pileQuery } from '../paper';
import { FormTabs } from '../parts/form-tabs';
import { PileDesk } from '../parts/pile-desk';
import { PileList } from '../parts/pile-list';

/** Paper forms: the piles of a form, or one pile while it is typed in. */
export function PaperPage() {
  const { t } = useTranslation('forms');
  const id = usePathParam('id');
  const [{ pile }] = useUrlSearch();
  const { data: form } = useQuery(formQuery(id));
  const crumbs = [{ label: t('list.title'), href: '/forms' }];
  return (
    <Page title={form?.name ?? t('paper.title')} crumbs={crumbs} {...(!pile && { description: t('paper.text') })}>
      <FormTabs id={id} tab="paper" />
      {pile ? <Pile form={id} pile={pile} /> : form && <PileList form={form} />}
    </Page>
  );
}

function Pile({ form, pile }: { form: string; pile: string }) {
  const { data, error, refetch } = useQuery(pileQuery(form, pile));
  if (data) return <PileDesk key={pile} form={form} view={data} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton h={320} />;
}
