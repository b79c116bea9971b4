import { Alert } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type Campaign } from '../campaigns';

export function ScheduledNote({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const at = campaign.draft.sendAt;
  return (
    <Alert color="blue" icon={<IconCalendarTime size={18} />} title={t('scheduled.title', { at: at ? format.dateTime(at) : '' })}>
      {t('scheduled.text')}
    </Alert>
  );
}
