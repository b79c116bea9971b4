import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo, usePathParam } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { useUpdateSegment } from '../change-segment';
import { SegmentForm } from '../parts/segment-form';
import { editable } from '@/shared/rules/rules';
import { useSegment } from '../segment';

export function EditSegmentPage() {
  const { t } = useTranslation('segments');
  const id = usePathParam('id');
  const { data, error } = useSegment(id);
  const update = useUpdateSegment(id);
  const go = useGo();
  const problem = useNotifyProblem();
  const segment = data?.segment;
  return (
    <Page
      title={t('form.editTitle')}
      crumbs={[
        { label: t('navigation.segments'), href: '/segments' },
        ...(segment ? [{ label: segment.name, href: `/segments/${id}` }] : []),
      ]}
    >
      {error && !segment ? <ErrorState error={error} /> : null}
      {!segment && !error && <Skeleton h={320} />}
      {segment && (
        <SegmentForm
          key={segment.version}
          initial={{ name: segment.name, rule: editable(segment.rule) }}
          saving={update.isPending}
          error={update.error}
          back={'/segments/' + id}
          onSave={(draft) =>
            update.mutate(
              { ...draft, version: segment.version },
              {
                onSuccess: () => {
                  notifyDone(t('form.saved'));
                  go(`/segments/${id}`);
                },
                onError: problem,
              },
            )
          }
        />
      )}
    </Page>
  );
}
