import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type Part } from '../panel';
import { PanelFact } from './panel-fact';

/** How many of them each channel reaches. */
export function PanelReach({ part, total }: { part: Part<'reach'>; total: number }) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t('preview.reachable')}
      </Text>
      {part.channels.map(({ channel, people }) => (
        <PanelFact key={channel} label={t(`channel.${channel}` as 'channel.email')}>
          <span className="numeric">{format.number(people)}</span>{' '}
          <Text span inherit fw={400} c="dimmed" className="numeric">
            {format.percent(total === 0 ? 0 : people / total)}
          </Text>
        </PanelFact>
      ))}
    </Stack>
  );
}
