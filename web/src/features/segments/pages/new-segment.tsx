import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo, useUrlSearch } from '@/shared/lib/url';
import { Page } from '@/shared/ui/page';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { useCreateSegment } from '../change-segment';
import { SegmentForm } from '../parts/segment-form';
import { ruleFromUrl } from '@/shared/rules/rule-url';

export function NewSegmentPage() {
  const { t } = useTranslation('segments');
  const [search] = useUrlSearch();
  const [initial] = useState(() => ({ name: search['name'] ?? '', rule: ruleFromUrl(search['rule']) }));
  const create = useCreateSegment();
  const go = useGo();
  const problem = useNotifyProblem();
  return (
    <Page
      title={t('form.newTitle')}
      description={t('form.newText')}
      crumbs={[{ label: t('navigation.segments'), href: '/segments' }]}
    >
      <SegmentForm
        initial={initial}
        saving={create.isPending}
        error={create.error}
        back="/segments"
        onSave={(draft) =>
          create.mutate(draft, {
            onSuccess: ({ id, name }) => {
              notifyDone(t('form.created', { name }));
              go(`/segments/${id}`);
            },
            onError: problem,
          })
        }
      />
    </Page>
  );
}
