import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { type CustomerSummary } from '../customers';
import { type CustomerColumn } from '../list-columns';

type Chosen = { ids: string[]; set: (ids: string[]) => void; rows: CustomerSummary[] | undefined };

/** The column in which rows are chosen for a change of many. */
export function useChoosing({ ids, set, rows = [] }: Chosen): CustomerColumn {
  const { t } = useTranslation('customers');
  const all = rows.length > 0 && rows.every(({ id }) => ids.includes(id));
  return {
    id: 'chosen',
    control: true,
    width: 36,
    header: (
      <Checkbox
        size="xs"
        aria-label={t('bulk.chooseAll')}
        checked={all}
        indeterminate={!all && ids.length > 0}
        onChange={() => set(all ? [] : rows.map(({ id }) => id))}
      />
    ),
    cell: (row) => (
      <Checkbox
        size="xs"
        aria-label={t('bulk.choose', { name: personName(row) ?? t('list.nameless') })}
        checked={ids.includes(row.id)}
        onChange={() => set(ids.includes(row.id) ? ids.filter((id) => id !== row.id) : [...ids, row.id])}
      />
    ),
  };
}
