import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { type TimelineEntry } from '../customer-card';
import { useUndoMerge } from '../merges';

/** Both are there again; nothing of what came in since is lost. */
export function UndoMerge({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation(['customers', 'shared']);
  const may = useMay();
  const undo = useUndoMerge();
  const onError = useNotifyProblem();
  if (entry.data['undone'] || !may('customers.edit')) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      style={{ flexShrink: 0 }}
      loading={undo.isPending}
      onClick={() => undo.mutate(entry.id, { onSuccess: () => notifyDone(t('merge.undone')), onError })}
    >
      {t('shared:undo')}
    </Button>
  );
}
