import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '@/shared/api/colleagues';
import { useMay } from '@/shared/api/permission';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { useGive, type Owned } from '../owner';
import { Panel } from './panel';

/** Whose customer or company it is: it decides who of us sees it. */
export function OwnerPanel({ owned }: { owned: Owned }) {
  const { t } = useTranslation('customers');
  const may = useMay();
  const { data: colleagues = [] } = useQuery(colleaguesQuery);
  const give = useGive(owned);
  const onError = useNotifyProblem();
  return (
    <Panel title={t('owner.title')}>
      <Select
        aria-label={t('owner.title')}
        placeholder={t('owner.nobody')}
        searchable
        clearable
        disabled={!may('customers.edit') || give.isPending}
        data={colleagues.map(({ id, name, active }) => ({ value: id, label: name, disabled: !active }))}
        value={owned.ownerId}
        onChange={(owner) => give.mutate(owner, { onSuccess: () => notifyDone(t('owner.given')), onError })}
      />
    </Panel>
  );
}
