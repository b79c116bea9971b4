import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { undoneAt, type Import } from '../imports';

const colors: Record<Import['state'], string> = {
  queued: 'gray',
  running: 'sunflower',
  done: 'pine',
  failed: 'red',
  cancelled: 'gray',
};

export function ImportState({ of: one }: { of: Pick<Import, 'state' | 'dryRun'> & Partial<Pick<Import, 'undo'>> }) {
  const { t } = useTranslation('sources');
  if (undoneAt(one)) return <Badge color="gray">{t('state.undone')}</Badge>;
  const { state, dryRun } = one;
  return <Badge color={colors[state]}>{t(dryRun && state === 'done' ? 'state.tried' : `state.${state}`)}</Badge>;
}
