import { cellName, stages as inOrder } from '@/shared/rules/cells';
import { sentence } from '@/shared/rules/rule-sentence';
import { useWords } from '@/shared/rules/use-words';
import { type CellNotes } from './cells';
import { type StagePeople } from './life-cycle';
import { followed, type PickedPeople } from './segment-of-cell';

/** A stage as it is opened, with the place in which it is asked. */
export type OpenStage = Required<Pick<PickedPeople, 'share' | 'revenue'>> & PickedPeople & { code: string; place: number };

/** The stages in the order in which people go through them. */
export function useStagePeople(stages: StagePeople[], notes: CellNotes | null): OpenStage[] {
  const words = useWords();
  const all = stages.reduce((sum, { customers }) => sum + customers, 0) || 1;
  return inOrder.flatMap((code) =>
    stages.flatMap((stage, index) => {
      if (stage.code !== code) return [];
      const cell = { grid: 'lifecycle', code, since: notes?.since ?? '', before: notes?.before.get(code) };
      const { customers, revenue, rule } = stage;
      const name = cellName('lifecycle', code, words);
      const meaning = sentence(rule, words);
      return [{ code, place: index + 1, name, meaning, customers, revenue, share: customers / all, rule: followed(cell), cell }];
    }),
  );
}
