import { Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { IconArrowRight, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '@/shared/lib/url';
import { paletteStore } from './palette-store';
import { usePaletteCommands, usePaletteHits, type PaletteGroup } from './palette-search';

/** Ctrl+K or Cmd+K: go anywhere, do anything, find anybody. */
export function Palette() {
  const { t } = useTranslation('app');
  const go = useGo();
  const [query, setQuery] = useState('');
  const commands = usePaletteCommands(query);
  const { groups, searching } = usePaletteHits(query);
  const found = [...groups, ...commands].filter(({ entries }) => entries.length > 0);
  return (
    <Spotlight.Root
      store={paletteStore}
      shortcut={['mod + K']}
      query={query}
      onQueryChange={setQuery}
      clearQueryOnClose
      scrollable
      maxHeight={420}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.7} />}
      />
      <Spotlight.ActionsList>
        {found.map((group) => (
          <Group key={group.id} group={group} go={go} />
        ))}
        {found.length === 0 && <Spotlight.Empty>{t(searching ? 'palette.searching' : 'palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Group({ group, go }: { group: PaletteGroup; go: (href: string) => void }) {
  return (
    <Spotlight.ActionsGroup label={group.label}>
      {group.entries.map(({ id, title, description, icon: Picture = IconArrowRight, href, run }) => (
        <Spotlight.Action
          key={id}
          label={title}
          description={description}
          leftSection={<Picture size={17} stroke={1.7} />}
          onClick={() => (href === undefined ? void run?.() : go(href))}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}
