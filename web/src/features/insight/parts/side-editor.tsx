import { Group, NumberInput, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { knownEvents } from '@/shared/rules/event-names';
import { orderSides, sideTitle, unitOf } from '@/shared/rules/own-grid';
import { useWords } from '@/shared/rules/use-words';
import { sideOf, type Side } from '../own-matrix';
import { BorderTrack } from './border-track';

type SideEditorProps = { label: string; side: Side; onChange: (side: Side) => void };

/** What one side measures, of which days, and where it is cut. */
export function SideEditor({ label, side, onChange }: SideEditorProps) {
  const { t } = useTranslation('insight');
  const words = useWords();
  const unit = unitOf(side.measure, words.currency);
  const events = (words.vocabulary?.events ?? []).map(({ type }) => type);
  const measures = [...new Set([...orderSides, ...knownEvents, ...events, side.measure])];
  return (
    <Stack gap={4}>
      <Group gap="xs" align="flex-end">
        <Select
          label={label}
          data={measures.map((value) => ({ value, label: sideTitle(value, words) }))}
          value={side.measure}
          onChange={(measure) => measure && onChange(sideOf(measure, side.days))}
          allowDeselect={false}
          searchable
          w={240}
        />
        <NumberInput
          label={t('own.period')}
          placeholder={t('own.all')}
          value={side.days ?? ''}
          onChange={(days) => onChange({ ...side, days: days === '' ? null : Number(days) })}
          min={1}
          max={36_500}
          allowDecimal={false}
          w={170}
        />
      </Group>
      <BorderTrack
        label={t('own.borders', { side: sideTitle(side.measure, words) })}
        tops={side.tops}
        nameOf={(place) => t('thresholds.border', { number: place + 1 })}
        say={(value) => words.format.number(value / unit)}
        onChange={(tops) => onChange({ ...side, tops })}
      />
    </Stack>
  );
}
