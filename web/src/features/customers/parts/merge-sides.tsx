import { Radio, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sideOf, type MergePart, type MergeRow, type Side } from '../merge-rows';
import { useFieldText } from '../use-field-text';

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
    <Table layout="fixed" verticalSpacing="xs" aria-label={t('merge.sides')}>
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
  );
}

type ChoiceProps = { row: MergeRow; side: Side; chosen: Side; onChoose: MergeSidesProps['onChoose']; may: boolean };

function Choice({ row, side, chosen, onChoose, may }: ChoiceProps) {
  const said = useFieldText()(row.part, side === 'KEPT' ? row.kept : row.other);
  if (said === '') return null;
  if (row.kept === '' || row.other === '' || row.kept === row.other) return (
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {said}
      </Text>
    );
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
