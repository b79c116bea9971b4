import { Group, MultiSelect, Select } from '@mantine/core';
import { cellName, cellsOf, isGrid } from './cells';
import { type Words } from './rule-sentence';
import { type CellRule } from './rules';

type CellEditorProps = { rule: CellRule; words: Words; onChange: (rule: CellRule) => void };

/** In which cells of a grid somebody is, or is not. */
export function CellEditor({ rule, words: { t }, onChange }: CellEditorProps) {
  return (
    <Group gap="xs" align="flex-start">
      <Select
        aria-label={t('editor.membership')}
        data={[
          { value: 'in', label: t('editor.in') },
          { value: 'out', label: t('editor.out') },
        ]}
        value={rule.member ? 'in' : 'out'}
        onChange={(value) => onChange({ ...rule, member: value === 'in' })}
        allowDeselect={false}
        w={170}
      />
      <MultiSelect
        aria-label={t('editor.cells')}
        placeholder={rule.cells.length === 0 ? t('editor.cellsHint') : ''}
        data={(isGrid(rule.grid) ? cellsOf[rule.grid] : []).map((cell) => ({ value: cell, label: cellName(rule.grid, cell, t) }))}
        value={rule.cells}
        onChange={(cells) => onChange({ ...rule, cells })}
        searchable
        flex="1 1 220px"
      />
    </Group>
  );
}
