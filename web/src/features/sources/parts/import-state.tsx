import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Import } from '../imports';

const colors: Record<Import['state'], string> = {
  queued: 'gray',
  running: 'sunflower',
  done: 'pine',
  failed: 'red',
  cancelled: 'gray',
};

export function ImportState({ of: { state, dryRun } }: { of: Pick<Import, 'state' | 'dryRun'> }) {
  const { t } = useTranslation('sources');
  return <Badge color={colors[state]}>{t(dryRun && state === 'done' ? 'state.tried' : `state.${state}`)}</Badge>;
}
