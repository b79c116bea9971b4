import { ActionIcon, Badge, Box, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useFormat } from '@/shared/lib/use-format';
import { AddCondition } from './add-condition';
import { LeafEditor } from './leaf-editor';
import { nameOf } from './leaf-title';
import { idOf, sameAs } from './part-ids';
import { actionOfKey, PartMenu, type PartAction } from './part-menu';
import { leafPhrase, type Words } from './rule-sentence';
import { asGroup, fromGroup, isComplete, isLeaf, type GroupMode, type Leaf, type Rule } from './rules';
import { deepest, pathOf, type Place } from './rule-tree';
import { type useRuleDrag } from './use-rule-drag';
import { VerdictMark } from './verdict-mark';
import classes from './rule-editor.module.css';

export type Counts = Map<string, number>;
export type Verdicts = ReadonlyMap<string, boolean>;

/** What the parts of a rule need of the whole. */
export type Editing = {
  rule: Rule;
  words: Words;
  counts: Counts;
  verdicts: Verdicts | undefined;
  helpId: string;
  problemPath: string | null;
  problemText: string | undefined;
  /** How often one went back and forth in time: fields then begin anew. */
  travels: number;
  dragged: ReturnType<typeof useRuleDrag>['dragged'];
  handle: ReturnType<typeof useRuleDrag>['handle'];
  /** `whole` for a step of its own, not one of many keystrokes. */
  put: (place: Place, next: Rule, whole: boolean) => void;
  act: (place: Place, action: PartAction) => void;
  can: (place: Place, action: PartAction) => boolean;
};

type PartProps<R> = { part: R; place: Place; editing: Editing };

const modes: GroupMode[] = ['all', 'any', 'none'];

/** A group of conditions, each a card with its own exact number; groups lie in groups. */
export function RuleGroup({ part, place, editing }: PartProps<Rule>) {
  const { words, put, dragged } = editing;
  const { t } = words;
  const group = asGroup(part);
  const root = place.length === 0;
  const gap = dragged?.gap?.group.join() === place.join() ? dragged.gap.before : null;
  return (
    <Box
      className={root ? undefined : classes.group}
      role="group"
      aria-label={t(`mode.${group.mode}`)}
      data-place={place.join('.')}
      data-size={group.rules.length}
      data-dragged={isDragged(editing, place) || undefined}
    >
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Group gap={6} wrap="nowrap">
            {!root && <Handle part={part} place={place} editing={editing} />}
            <SegmentedControl
              size="xs"
              aria-label={t('editor.mode')}
              data={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
              value={group.mode}
              onChange={(value) => put(place, fromGroup({ ...group, mode: value as GroupMode }), true)}
            />
          </Group>
          {!root && <Tools part={part} place={place} editing={editing} />}
        </Group>
        {group.rules.map((child, index) => {
          const at = [...place, index];
          return (
            <Fragment key={isLeaf(child) ? `${editing.travels} ${idOf(child)}` : index}>
              {gap === index && <Box className={classes.gap} />}
              {isLeaf(child) ? (
                <LeafCard part={child} place={at} editing={editing} />
              ) : (
                <RuleGroup part={child} place={at} editing={editing} />
              )}
            </Fragment>
          );
        })}
        {gap !== null && gap >= group.rules.length && <Box className={classes.gap} />}
        <Problem part={part} place={place} editing={editing} />
        {!root && group.rules.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('editor.emptyGroup')}
          </Text>
        )}
        <AddCondition
          words={words}
          nested={place.length < deepest}
          onAdd={(added) => put(place, fromGroup({ ...group, rules: [...group.rules, added] }), true)}
        />
      </Stack>
    </Box>
  );
}

function LeafCard({ part, place, editing }: PartProps<Leaf>) {
  const { words, put } = editing;
  const complete = isComplete(part);
  return (
    <Box
      className={classes.card}
      role="group"
      aria-label={nameOf(part, words)}
      data-place={place.join('.')}
      data-dragged={isDragged(editing, place) || undefined}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs" mb={6}>
        <Group gap={6} wrap="nowrap" miw={0}>
          <Handle part={part} place={place} editing={editing} />
          <Text fw={600} size="sm" truncate>
            {nameOf(part, words)}
          </Text>
        </Group>
        <Tools part={part} place={place} editing={editing} />
      </Group>
      <LeafEditor rule={part} words={words} onChange={(next) => put(place, sameAs(part, next), false)} />
      <Text size="xs" c="dimmed" mt={6}>
        {complete ? leafPhrase(part, words) : words.t('editor.fillIn')}
      </Text>
      <Problem part={part} place={place} editing={editing} />
    </Box>
  );
}

/** Dragged by a pointer; with the focus on it, keys move, wrap, double and remove the part. */
function Handle({ part, place, editing: { words, handle, act, helpId } }: PartProps<Rule>) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      className={classes.handle}
      aria-label={words.t('editor.handle', { name: nameOf(part, words) })}
      aria-describedby={helpId}
      data-handle={place.join('.')}
      onKeyDown={(event) => {
        const action = actionOfKey(event);
        if (!action) return;
        event.preventDefault();
        act(place, action);
      }}
      {...handle(place)}
    >
      <IconGripVertical size={16} />
    </ActionIcon>
  );
}

function Tools({ part, place, editing }: PartProps<Rule>) {
  const { words, counts, verdicts, act, can } = editing;
  const path = pathOf(editing.rule, place);
  return (
    <Group gap={4} wrap="nowrap">
      <VerdictMark holds={verdicts?.get(path)} words={words} />
      <CountBadge count={isComplete(part) ? counts.get(path) : undefined} />
      <PartMenu
        name={nameOf(part, words)}
        words={words}
        can={(action) => can(place, action)}
        onAction={(action) => act(place, action)}
      />
    </Group>
  );
}

function Problem({ place, editing }: PartProps<Rule>) {
  const { problemPath, problemText, rule } = editing;
  if (place.length === 0 || problemPath === null || problemPath !== pathOf(rule, place)) return null;
  return (
    <Text size="sm" c="red" role="alert" mt={4}>
      {problemText}
    </Text>
  );
}

function CountBadge({ count }: { count: number | undefined }) {
  const format = useFormat();
  if (count === undefined) return null;
  return (
    <Badge variant="light" className="numeric">
      {format.number(count)}
    </Badge>
  );
}

const isDragged = ({ dragged }: Editing, place: Place): boolean =>
  dragged !== null && place.length > 0 && dragged.from.join() === place.join();
