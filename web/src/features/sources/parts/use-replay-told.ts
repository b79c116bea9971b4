import { useTranslation } from 'react-i18next';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { useReplay } from '../events';

/** Sends through again, and tells what became of it. */
export function useReplayTold() {
  const { t } = useTranslation('sources');
  const replay = useReplay();
  const onError = useNotifyProblem();
  return {
    isPending: replay.isPending,
    mutate: (what: { id: string } | { reason: string }, done?: () => void) =>
      replay.mutate(what, {
        onError,
        onSuccess: ({ stored, duplicates, refused }) => {
          notifyDone(t('events.replayed', { stored: stored + duplicates, refused }));
          if (refused === 0) done?.();
        },
      }),
  };
}
