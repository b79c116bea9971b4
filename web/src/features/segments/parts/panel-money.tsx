import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money, NumberText } from '@/shared/ui/numbers';
import { type Part } from '../panel';
import { PanelFact } from './panel-fact';

/** What they brought: in the last year, and ever. */
export function PanelMoney({ part }: { part: Part<'money'> }) {
  const { t } = useTranslation('segments');
  const year = part.lastYear;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t('preview.money')}
      </Text>
      <PanelFact label={t('preview.revenueYear')}>
        <Money value={year.revenue} />
      </PanelFact>
      <PanelFact label={t('preview.buyersYear')}>
        <NumberText value={year.buyers} />
      </PanelFact>
      <PanelFact label={t('preview.averageYear')}>
        <Money value={year.averageOrder} />
      </PanelFact>
      <PanelFact label={t('preview.revenue')}>
        <Money value={part.ever.revenue} />
      </PanelFact>
    </Stack>
  );
}
