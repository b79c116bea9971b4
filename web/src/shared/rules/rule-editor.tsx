import { ActionIcon, Badge, Box, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useFormat } from '@/shared/lib/use-format';
import { labelOf, leafPhrase, type Words } from './rule-sentence';
import { asGroup, childPath, fromGroup, isComplete, isLeaf, type GroupMode, type Leaf, type Rule } from './rules';
import { AddCondition } from './add-condition';
import { eventName, isKnownEvent } from './event-names';
import { EventsEditor } from './events-editor';
import { AttributeEditor, ConsentEditor, ContactEditor, FieldEditor, SegmentEditor } from './leaf-editors';
import { ObjectsEditor } from './objects-editor';
import { OrdersEditor } from './orders-editor';
import { SequenceEditor } from './sequence-editor';
import classes from './rule-editor.module.css';

export type Counts = Map<string, number>;

type RuleEditorProps = {
  rule: Rule;
  path: string;
  depth: number;
  /** How many people each part holds for, by path; parts that are not complete have none. */
  counts: Counts;
  words: Words;
  onChange: (rule: Rule) => void;
  onRemove?: () => void;
};

const deepest = 5;
const modes: GroupMode[] = ['all', 'any', 'none'];

/** A group of conditions, each a card with its own exact number; groups lie in groups. */
export function RuleEditor({ rule, path, depth, counts, words, onChange, onRemove }: RuleEditorProps) {
  const { t } = words;
  const group = asGroup(rule);
  const replace = (index: number, next: Rule | undefined) =>
    onChange(fromGroup({ ...group, rules: group.rules.flatMap((old, i) => (i === index ? (next ? [next] : []) : [old])) }));
  return (
    <Box className={depth === 0 ? undefined : classes.group} role="group" aria-label={t(`mode.${group.mode}`)}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t('editor.mode')}
            data={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
            value={group.mode}
            onChange={(value) => onChange(fromGroup({ ...group, mode: value as GroupMode }))}
          />
          <Group gap={6}>
            {depth > 0 && <CountBadge count={counts.get(path)} />}
            {onRemove && <Remove label={t('editor.removeGroup')} onClick={onRemove} />}
          </Group>
        </Group>
        {group.rules.map((part, index) => {
          const place = childPath(path, group.below, index);
          return isLeaf(part) ? (
            <LeafCard
              key={place}
              rule={part}
              count={counts.get(place)}
              words={words}
              onChange={(next) => replace(index, next)}
              onRemove={() => replace(index, undefined)}
            />
          ) : (
            <RuleEditor
              key={place}
              rule={part}
              path={place}
              depth={depth + 1}
              counts={counts}
              words={words}
              onChange={(next) => replace(index, next)}
              onRemove={() => replace(index, undefined)}
            />
          );
        })}
        <AddCondition
          words={words}
          nested={depth < deepest}
          onAdd={(added) => onChange(fromGroup({ ...group, rules: [...group.rules, added] }))}
        />
      </Stack>
    </Box>
  );
}

type LeafCardProps = {
  rule: Leaf;
  count: number | undefined;
  words: Words;
  onChange: (rule: Leaf) => void;
  onRemove: () => void;
};

function LeafCard({ rule, count, words, onChange, onRemove }: LeafCardProps) {
  const { t } = words;
  return (
    <Box className={classes.card} role="group" aria-label={titleOf(rule, words)}>
      <Group justify="space-between" wrap="nowrap" gap="xs" mb={6}>
        <Text fw={600} size="sm" truncate>
          {titleOf(rule, words)}
        </Text>
        <Group gap={6} wrap="nowrap">
          <CountBadge count={isComplete(rule) ? count : undefined} />
          <Remove label={t('editor.remove')} onClick={onRemove} />
        </Group>
      </Group>
      <LeafEditor rule={rule} words={words} onChange={onChange} />
      {isComplete(rule) && (
        <Text size="xs" c="dimmed" mt={6}>
          {leafPhrase(rule, words)}
        </Text>
      )}
    </Box>
  );
}

function LeafEditor({ rule, words, onChange }: { rule: Leaf; words: Words; onChange: (rule: Leaf) => void }) {
  switch (rule.kind) {
    case 'field':
      return <FieldEditor rule={rule} words={words} onChange={onChange} />;
    case 'attribute':
      return <AttributeEditor rule={rule} words={words} onChange={onChange} />;
    case 'objects':
      return <ObjectsEditor rule={rule} words={words} onChange={onChange} />;
    case 'contact':
      return <ContactEditor rule={rule} words={words} onChange={onChange} />;
    case 'consent':
      return <ConsentEditor rule={rule} words={words} onChange={onChange} />;
    case 'orders':
      return <OrdersEditor rule={rule} words={words} onChange={onChange} />;
    case 'segment':
      return <SegmentEditor rule={rule} words={words} onChange={onChange} />;
    case 'events':
      return <EventsEditor rule={rule} words={words} onChange={onChange} />;
    case 'sequence':
      return <SequenceEditor rule={rule} words={words} onChange={onChange} />;
  }
}

function titleOf(rule: Leaf, words: Words): string {
  const { t, vocabulary, language } = words;
  switch (rule.kind) {
    case 'field':
      return t(`fieldTitle.${rule.field}`);
    case 'attribute':
      return labelOf(vocabulary?.fields.find(({ key }) => key === rule.key)?.label, rule.key, language);
    case 'objects':
      return labelOf(vocabulary?.objects.find(({ type }) => type === rule.type)?.name, rule.type, language);
    case 'contact':
      return t(`contactTitle.${rule.contact}`);
    case 'consent':
      return t('kind.consent');
    case 'events':
      return isKnownEvent(rule.events.type) ? eventName(rule.events.type, words) : t('kind.events');
    case 'segment':
    case 'sequence':
      return t(`kind.${rule.kind}`);
    case 'orders':
      return t(`measureTitle.${rule.measure}`);
  }
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

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick}>
      <IconX size={16} />
    </ActionIcon>
  );
}
