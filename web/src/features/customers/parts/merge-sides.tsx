import { Radio, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { sideOf, type MergePart, type MergeRow, type Side } from '../merge-rows';

type MergeSidesProps = {
  rows: MergeRow[];
  chosen: Partial<Record<MergePart, Side>>;
  onChoose: (part: MergePart, side: Side) => void;
  edits: (field: string) => boolean;
};

/** Each fact of both, and which of the two is shown from now on. */
export function MergeSides({ rows, chosen, onChoose, edits }: MergeSidesProps) {
  const { t } = useTranslation('customers');
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table verticalSpacing="xs" aria-label={t('merge.sides')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('merge.fact.field')}</Table.Th>
            <Table.Th>{t('merge.kept')}</Table.Th>
            <Table.Th>{t('merge.goes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.part}>
              <Table.Td>
                <Text size="sm" c="dimmed">
                  {t(`merge.part.${row.part}`)}
                </Text>
              </Table.Td>
              {(['KEPT', 'OTHER'] as const).map((side) => (
                <Table.Td key={side}>
                  <Choice row={row} side={side} chosen={sideOf(row, chosen)} onChoose={onChoose} may={edits(row.part)} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type ChoiceProps = { row: MergeRow; side: Side; chosen: Side; onChoose: MergeSidesProps['onChoose']; may: boolean };

function Choice({ row, side, chosen, onChoose, may }: ChoiceProps) {
  const said = useSaid()(row.part, side === 'KEPT' ? row.kept : row.other);
  if (said === '') return null;
  if (row.kept === '' || row.other === '' || row.kept === row.other) return <Text size="sm">{said}</Text>;
  return (
    <Radio
      size="xs"
      name={row.part}
      label={said}
      styles={{ label: { overflowWrap: 'anywhere' } }}
      checked={chosen === side}
      disabled={!may}
      onChange={() => onChoose(row.part, side)}
    />
  );
}

function useSaid(): (part: MergePart, value: string) => string {
  const { t, i18n } = useTranslation('customers');
  const format = useFormat();
  return (part, value) => {
    if (value === '') return '';
    if (part === 'sex') return t(`sex.${value}`);
    if (part === 'birthDate') return format.day(value);
    if (part === 'language') return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(value) ?? value;
    return value;
  };
}
