import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minorDigits } from '@/shared/lib/format';
import { ErrorState } from '@/shared/ui/error-state';
import { type SchemeWish } from '../grids';

/** `unit` is how many of the stored units one typed unit has: 100 for cents under dollars. */
export type ThresholdAxis = { field: string; title: string; tops: number[]; unit: number };

export const moneyUnit = (currency: string) => 10 ** minorDigits(currency);

type ThresholdsProps = {
  opened: boolean;
  close: () => void;
  axes: ThresholdAxis[];
  periodDays: number | null;
  error: unknown;
  loading: boolean;
  save: (wish: SchemeWish) => void;
};

/** Where the bands part, set by hand: each number is the largest of its band. */
export function Thresholds({ opened, close, ...form }: ThresholdsProps) {
  const { t } = useTranslation('insight');
  return (
    <Modal opened={opened} onClose={close} size="lg" title={<Text fw={620}>{t('thresholds.title')}</Text>}>
      <ThresholdsForm {...form} />
    </Modal>
  );
}

function ThresholdsForm({ axes, periodDays, error, loading, save }: Omit<ThresholdsProps, 'opened' | 'close'>) {
  const { t } = useTranslation('insight');
  const [period, setPeriod] = useState<number | string>(periodDays ?? '');
  const [values, setValues] = useState(() => axes.map(({ tops, unit }) => tops.map((top): number | string => top / unit)));
  const change = (axis: number, at: number, value: number | string) =>
    setValues(values.map((row, i) => (i === axis ? row.map((old, j) => (j === at ? value : old)) : row)));
  const submit = () =>
    save({
      periodDays: period === '' ? null : Number(period),
      ...Object.fromEntries(
        axes.map(({ field, unit }, i) => [
          field,
          (values[i] ?? []).filter((value) => value !== '').map((value) => Math.round(Number(value) * unit)),
        ]),
      ),
    });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        {error ? <ErrorState error={error} /> : null}
        <Text size="sm" c="dimmed">
          {t('thresholds.text')}
        </Text>
        {axes.map(({ field, title, unit }, axis) => (
          <Stack key={field} gap={4} role="group" aria-label={title}>
            <Text size="sm" fw={550}>
              {title}
            </Text>
            <Group gap="xs" grow preventGrowOverflow={false}>
              {(values[axis] ?? []).map((value, at) => (
                <NumberInput
                  // oxlint-disable-next-line react/no-array-index-key -- the place is what the number is
                  key={at}
                  aria-label={t('thresholds.border', { number: at + 1 })}
                  value={value}
                  min={0}
                  allowDecimal={unit > 1}
                  hideControls
                  miw={70}
                  onChange={(next) => change(axis, at, next)}
                />
              ))}
            </Group>
          </Stack>
        ))}
        <NumberInput
          label={t('thresholds.period')}
          description={t('thresholds.periodText')}
          value={period}
          min={1}
          allowDecimal={false}
          onChange={setPeriod}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={loading}>
            {t('thresholds.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
