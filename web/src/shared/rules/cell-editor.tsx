import { Group, MultiSelect } from '@mantine/core';
import { cellName, cellsOf } from './cells';
import { MembershipChoice } from './choices';
import { type Words } from './rule-sentence';
import { type CellRule } from './rules';

type CellEditorProps = { rule: CellRule; words: Words; onChange: (rule: CellRule) => void };

/** In which cells of a grid somebody is, or is not. */
export function CellEditor({ rule, words, onChange }: CellEditorProps) {
  const { t } = words;
  return (
    <Group gap="xs" align="flex-start">
      <MembershipChoice value={rule.member} words={words} onChange={(member) => onChange({ ...rule, member })} />
      <MultiSelect
        aria-label={t('editor.cells')}
        placeholder={rule.cells.length === 0 ? t('editor.cellsHint') : ''}
        data={cellsOf(rule.grid, words).map((cell) => ({ value: cell, label: cellName(rule.grid, cell, words) }))}
        value={rule.cells}
        onChange={(cells) => onChange({ ...rule, cells })}
        searchable
        flex="1 1 220px"
      />
    </Group>
  );
}
