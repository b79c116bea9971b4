import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CampaignState } from '../campaigns';

const colors: Record<CampaignState, string> = {
  draft: 'gray',
  scheduled: 'blue',
  launching: 'blue',
  sending: 'pine',
  paused: 'sunflower',
  stopped: 'red',
  sent: 'pine',
  cancelled: 'gray',
};

export function StateBadge({ state }: { state: CampaignState }) {
  const { t } = useTranslation('campaigns');
  return <Badge color={colors[state]}>{t(`states.${state}`)}</Badge>;
}
