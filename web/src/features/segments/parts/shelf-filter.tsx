import { Button, Group } from '@mantine/core';
import { IconFolder, IconTag } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { useShelf } from '../shelf';

/** Stands for "in no folder" in the address, where an empty value means any. */
export const noFolder = '-';

type ShelfFilterProps = {
  folder: string | undefined;
  tag: string | undefined;
  onChange: (patch: { folder?: string | undefined; tag?: string | undefined }) => void;
};

/** Folders and tags that are in use; nothing until there are any. */
export function ShelfFilter({ folder, tag, onChange }: ShelfFilterProps) {
  const { t } = useTranslation('segments');
  const { data } = useShelf();
  if (!data || data.folders.length + data.tags.length === 0) return null;
  const inFolders = data.folders.reduce((sum, one) => sum + one.segments, 0);
  return (
    <Group gap={6}>
      <Choice chosen={!folder && !tag} count={data.segments} onClick={() => onChange({ folder: undefined, tag: undefined })}>
        {t('shelf.all')}
      </Choice>
      {data.folders.map(({ name, segments }) => (
        <Choice
          key={'folder ' + name}
          icon={<IconFolder size={14} />}
          chosen={folder === name}
          count={segments}
          onClick={() => onChange({ folder: folder === name ? undefined : name })}
        >
          {name}
        </Choice>
      ))}
      {data.folders.length > 0 && inFolders < data.segments && (
        <Choice
          chosen={folder === noFolder}
          count={data.segments - inFolders}
          onClick={() => onChange({ folder: folder === noFolder ? undefined : noFolder })}
        >
          {t('shelf.noFolder')}
        </Choice>
      )}
      {data.tags.map(({ name, segments }) => (
        <Choice
          key={'tag ' + name}
          icon={<IconTag size={14} />}
          chosen={tag === name}
          count={segments}
          onClick={() => onChange({ tag: tag === name ? undefined : name })}
        >
          {name}
        </Choice>
      ))}
    </Group>
  );
}

type ChoiceProps = { chosen: boolean; count: number; icon?: ReactNode; onClick: () => void; children: ReactNode };

function Choice({ chosen, count, icon, onClick, children }: ChoiceProps) {
  const format = useFormat();
  return (
    <Button
      size="compact-sm"
      variant={chosen ? 'light' : 'default'}
      aria-pressed={chosen}
      leftSection={icon}
      rightSection={<span className="numeric">{format.number(count)}</span>}
      onClick={onClick}
      maw="100%"
    >
      {children}
    </Button>
  );
}
