import { Box, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { knownEvents } from '@/shared/rules/event-names';
import { numberKey, numberSides, orderSides, sideTitle, unitOf } from '@/shared/rules/own-grid';
import { useWords } from '@/shared/rules/use-words';
import { readBorders, sideOf, type Side } from '../own-matrix';
import { BorderTrack } from './border-track';

type SideEditorProps = { label: string; side: Side; onChange: (side: Side) => void };

/** What one side measures, of which days, and where it is cut. */
export function SideEditor({ label, side, onChange }: SideEditorProps) {
  const { t } = useTranslation('insight');
  const words = useWords();
  const unit = unitOf(side.measure, words.currency);
  const events = (words.vocabulary?.events ?? []).map(({ type }) => type);
  const measures = [...new Set([...orderSides, ...numberSides(words), ...knownEvents, ...events, side.measure])];
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
        {numberKey(side.measure) === null ? (
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
        ) : (
          <WrittenBorders key={side.tops.join(' ')} tops={side.tops} onChange={(tops) => onChange({ ...side, tops })} />
        )}
      </Group>
      {/* On a phone the borders of a number lie too close on a line from nothing; there they are written. */}
      <Box {...(numberKey(side.measure) !== null && { visibleFrom: 'sm' })}>
        <BorderTrack
          label={t('own.borders', { side: sideTitle(side.measure, words) })}
          tops={side.tops}
          nameOf={(place) => t('thresholds.border', { number: place + 1 })}
          say={(value) => words.format.number(value / unit)}
          onChange={(tops) => onChange({ ...side, tops })}
        />
      </Box>
    </Stack>
  );
}

/** Of a number nobody knows beforehand how large it is, so its borders can be written, too. */
function WrittenBorders({ tops, onChange }: { tops: number[]; onChange: (tops: number[]) => void }) {
  const { t } = useTranslation('insight');
  const [text, setText] = useState(tops.join('; '));
  const read = readBorders(text);
  const take = () => {
    if (read && read.join(' ') !== tops.join(' ')) onChange(read);
  };
  return (
    <TextInput
      label={t('own.written')}
      value={text}
      error={read ? undefined : t('own.writtenWrong')}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
      w={200}
    />
  );
}
