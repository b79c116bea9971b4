import { ActionIcon, Alert, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { nameOf } from './leaf-title';
import { type PartAction } from './part-menu';
import { RuleGroup, type Counts, type Editing, type Verdicts } from './rule-group';
import { useRuleHistory } from './rule-history';
import { type Words } from './rule-sentence';
import { asGroup, isLeaf, type Rule } from './rules';
import { duplicated, moved, partAt, pathOfField, replaced, stepped, wrapped, type Moved, type Place } from './rule-tree';
import { useRuleDrag } from './use-rule-drag';

type RuleEditorProps = {
  rule: Rule;
  /** How many people each part holds for, by path; parts that are not complete have none. */
  counts: Counts;
  words: Words;
  onChange: (rule: Rule) => void;
  /** What the parts answer about the person one looks at, by path. */
  verdicts?: Verdicts | undefined;
  /** What the server refuses, shown at the part it is about. */
  problem?: { field: string | undefined; text: string } | undefined;
};

/** A tree of conditions, built by pointer or by keys; every step can be taken back. */
export function RuleEditor({ rule, counts, verdicts, words, onChange, problem }: RuleEditorProps) {
  const { t } = words;
  const box = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const focused = useRef<string | null>(null);
  const history = useRuleHistory(rule, onChange);
  const helpId = useId();
  const settle = (next: Moved | null) => {
    if (!next) return;
    history.change(next.rule, { whole: true });
    focused.current = next.place.join('.');
    setSaid(whereText(next, words));
  };
  const { handle, dragged } = useRuleDrag((from, gap) => settle(moved(rule, from, gap)));
  const act = (place: Place, action: PartAction) => {
    const part = partAt(rule, place);
    const next = part && outcome(rule, place, action);
    if (!part || !next) return;
    history.change(next.rule, { whole: true });
    focused.current = next.place.join('.');
    const name = nameOf(part, words);
    if (action === 'remove' || action === 'copy' || action === 'wrap') setSaid(t(`editor.did.${action}`, { name }));
    else setSaid(whereText(next, words));
  };
  const here = (travel: () => void) => () => {
    if (isMeant(box.current)) travel();
  };
  useHotkeys([
    ['mod+Z', here(history.undo)],
    ['mod+shift+Z', here(history.redo)],
    ['mod+Y', here(history.redo)],
  ]);

  useEffect(() => {
    if (focused.current === null) return;
    const handles = box.current?.querySelectorAll<HTMLElement>('[data-handle]') ?? [];
    const wanted = [...handles].find((one) => one.dataset.handle === focused.current) ?? handles[handles.length - 1];
    wanted?.focus();
    focused.current = null;
  });

  const problemPath = pathOfField(problem?.field);
  const editing: Editing = {
    rule,
    words,
    counts,
    verdicts,
    helpId,
    problemPath,
    problemText: problem?.text,
    travels: history.travels,
    dragged,
    handle,
    put: (place, next, whole) => history.change(replaced(rule, place, next), { whole }),
    act,
    can: (place, action) => outcome(rule, place, action) !== null,
  };
  return (
    <Stack gap="xs" ref={box} data-rule-editor>
      {(history.canUndo || history.canRedo) && (
        <Group gap={4} justify="flex-end">
          <ActionIcon variant="subtle" color="gray" aria-label={t('editor.undo')} disabled={!history.canUndo} onClick={history.undo}>
            <IconArrowBackUp size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t('editor.redo')} disabled={!history.canRedo} onClick={history.redo}>
            <IconArrowForwardUp size={18} />
          </ActionIcon>
        </Group>
      )}
      <RuleGroup part={rule} place={[]} editing={editing} />
      {problem && (problemPath === null || problemPath === '') && <Alert color="red">{problem.text}</Alert>}
      <VisuallyHidden id={helpId}>{t('editor.help')}</VisuallyHidden>
      <VisuallyHidden>
        <Text component="p" aria-live="assertive" data-testid="rule-said">
          {said}
        </Text>
      </VisuallyHidden>
    </Stack>
  );
}

/** The one with the focus, or the only one there is. */
function isMeant(editor: HTMLElement | null): boolean {
  const focused = document.activeElement;
  if (!editor || editor.contains(focused)) return editor !== null;
  return focused === document.body && document.querySelectorAll('[data-rule-editor]').length === 1;
}

const at = (rule: Rule | null, place: Place): Moved | null => rule && { rule, place };

function outcome(rule: Rule, place: Place, action: PartAction): Moved | null {
  const before = [...place.slice(0, -1), Math.max(0, (place.at(-1) ?? 0) - 1)];
  switch (action) {
    case 'up':
    case 'down':
    case 'out':
    case 'into':
      return stepped(rule, place, action);
    case 'wrap':
      return at(wrapped(rule, place), [...place, 0]);
    case 'copy':
      return at(duplicated(rule, place), [...place.slice(0, -1), (place.at(-1) ?? 0) + 1]);
    case 'remove':
      return at(replaced(rule, place, undefined), before);
  }
}

/** "Average check: place 2 of 3 in “any of”". */
function whereText({ rule, place }: Moved, words: Words): string {
  const part = partAt(rule, place);
  const group = partAt(rule, place.slice(0, -1));
  if (!part || !group || isLeaf(group)) return '';
  return words.t('editor.did.move', {
    name: nameOf(part, words),
    place: (place.at(-1) ?? 0) + 1,
    of: asGroup(group).rules.length,
    group: words.t(`mode.${asGroup(group).mode}`),
  });
}
