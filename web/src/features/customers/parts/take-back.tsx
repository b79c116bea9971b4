import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { type TimelineEntry } from '../customer-card';
import { useChangeCustomer } from '../edit-customer';
import { takenBack } from '../said';

/** Edits back to what was there before; it is one more edit. */
export function TakeBack({ id, entry }: { id: string; entry: TimelineEntry }) {
  const { t } = useTranslation(['customers', 'shared']);
  const may = useMay();
  const change = useChangeCustomer(id);
  const onError = useNotifyProblem();
  const before = takenBack(entry.data);
  if (!before || !may('customers.edit')) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      style={{ flexShrink: 0 }}
      loading={change.isPending}
      onClick={() => change.mutate(before, { onSuccess: () => notifyDone(t('edit.saved')), onError })}
    >
      {t('shared:undo')}
    </Button>
  );
}
