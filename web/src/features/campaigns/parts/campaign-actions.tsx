import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { Permitted } from '@/shared/ui/permitted';
import { useMoveCampaign, type Campaign, type Move } from '../campaigns';

/** Pausing can be taken back by resuming, so it is done at once; a cancellation cannot, so it is asked about. */
export function CampaignActions({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const move = useMoveCampaign(campaign.id);
  const onError = useNotifyProblem();
  const run = (to: Move) => move.mutate(to, { onSuccess: () => notifyDone(t(`done.${to}`)), onError });
  const { state } = campaign;
  const stoppable = state !== 'sent' && state !== 'cancelled';
  return (
    <Permitted need="campaigns.launch">
      {state === 'scheduled' && (
        <Button variant="default" onClick={() => run('unschedule')} loading={move.isPending}>
          {t('actions.unschedule')}
        </Button>
      )}
      {state === 'sending' && (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} />}
          onClick={() => run('pause')}
          loading={move.isPending}
        >
          {t('actions.pause')}
        </Button>
      )}
      {(state === 'paused' || state === 'stopped') && (
        <Button leftSection={<IconPlayerPlay size={16} />} onClick={() => run('resume')} loading={move.isPending}>
          {t('actions.resume')}
        </Button>
      )}
      {stoppable && (
        <ConfirmButton
          question={t('actions.cancelQuestion', { name: campaign.draft.name })}
          consequence={t(state === 'draft' ? 'actions.cancelDraft' : 'actions.cancelConsequence')}
          confirm={t('actions.cancel')}
          loading={move.isPending}
          onConfirm={() => run('cancel')}
        >
          {t('actions.cancel')}
        </ConfirmButton>
      )}
    </Permitted>
  );
}
