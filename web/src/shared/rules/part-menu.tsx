import { ActionIcon, Kbd, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconBoxMultiple,
  IconCopy,
  IconCornerDownRight,
  IconCornerUpLeft,
  IconDots,
  IconTrash,
} from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode } from 'react';
import { type Words } from './rule-sentence';
import { type Step } from './rule-tree';

export type PartAction = Step | 'wrap' | 'copy' | 'remove';

const keys: Record<string, PartAction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'into',
  g: 'wrap',
  d: 'copy',
  Delete: 'remove',
  Backspace: 'remove',
};

const entries: { action: PartAction; label: `editor.move.${PartAction}`; key: string; icon: ReactNode }[] = [
  { action: 'up', label: 'editor.move.up', key: '↑', icon: <IconArrowUp size={16} /> },
  { action: 'down', label: 'editor.move.down', key: '↓', icon: <IconArrowDown size={16} /> },
  { action: 'out', label: 'editor.move.out', key: '←', icon: <IconCornerUpLeft size={16} /> },
  { action: 'into', label: 'editor.move.into', key: '→', icon: <IconCornerDownRight size={16} /> },
  { action: 'wrap', label: 'editor.move.wrap', key: 'G', icon: <IconBoxMultiple size={16} /> },
  { action: 'copy', label: 'editor.move.copy', key: 'D', icon: <IconCopy size={16} /> },
  { action: 'remove', label: 'editor.move.remove', key: 'Del', icon: <IconTrash size={16} /> },
];

/** What a key on the handle of a part does; null for any other key. */
export function actionOfKey(event: KeyboardEvent): PartAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return keys[event.key] ?? null;
}

/** All that can be done with a part, for whoever does not drag and knows no keys. */
export function PartMenu({ name, words: { t }, can, onAction }: {
  name: string;
  words: Words;
  can: (action: PartAction) => boolean;
  onAction: (action: PartAction) => void;
}) {
  return (
    <Menu position="bottom-end" withinPortal returnFocus={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('editor.more', { name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ action, label, key, icon }) => (
          <Menu.Item
            key={action}
            leftSection={icon}
            rightSection={<Kbd size="xs">{key}</Kbd>}
            disabled={!can(action)}
            onClick={() => onAction(action)}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('editor.keysHint')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
