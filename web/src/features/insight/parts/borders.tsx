import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type SchemeWish } from '../grids';
import { BorderTrack } from './border-track';
import { type ThresholdAxis } from './thresholds';

type BordersProps = {
  axes: ThresholdAxis[];
  wish: SchemeWish;
  busy: boolean;
  saving: boolean;
  onChange: (wish: SchemeWish) => void;
  onSave: () => void;
  onCancel: () => void;
};

/** All borders of a grid to be dragged, while the grid beside them shows the exact numbers. */
export function Borders({ axes, wish, busy, saving, onChange, onSave, onCancel }: BordersProps) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  return (
    <Paper aria-busy={busy}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t('borders.text')}
        </Text>
        {axes.map(({ field, title, unit }) => (
          <BorderTrack
            key={field}
            label={title}
            tops={topsIn(wish, field)}
            nameOf={(place) => t('thresholds.border', { number: place + 1 })}
            say={(value) => format.number(value / unit)}
            onChange={(tops) => onChange({ ...wish, [field]: tops })}
          />
        ))}
        <Group gap="xs">
          <Button loading={saving} onClick={onSave}>
            {t('thresholds.save')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('lifeCycle.cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function topsIn(wish: SchemeWish, field: string): number[] {
  const tops = wish[field];
  return Array.isArray(tops) ? tops : [];
}

/** The borders as they are, to begin from. */
export function wishOf(axes: ThresholdAxis[], periodDays: number | null): SchemeWish {
  return { periodDays, ...Object.fromEntries(axes.map(({ field, tops }) => [field, tops])) };
}
