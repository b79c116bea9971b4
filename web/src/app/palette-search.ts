import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { type Icon } from '@/shared/lib/feature';
import { registry } from './features';

export type PaletteEntry = {
  id: string;
  title: string;
  description?: string;
  icon?: Icon;
  href?: string;
  run?: () => void | Promise<void>;
};
export type PaletteGroup = { id: string; label: string; entries: PaletteEntry[] };

/** Every word of the query begins a word of the title. */
export function matches(query: string, title: string): boolean {
  const words = title.toLocaleLowerCase().split(/[\s/&,.-]+/);
  const asked = query.toLocaleLowerCase().trim().split(/\s+/);
  return asked.every((part) => words.some((word) => word.startsWith(part)) || title.toLocaleLowerCase().includes(part));
}

export function usePaletteCommands(query: string): PaletteGroup[] {
  const { t } = useTranslation('app');
  const may = useMay();
  const keep = (entries: PaletteEntry[]) => entries.filter(({ title }) => matches(query, title));
  const places = registry.navigation.filter(({ need }) => may(need)).map(({ href, label, icon }) => ({ id: href, title: t(label), icon, href }));
  const deeds = registry.commands.filter(({ need }) => may(need)).map(({ label, ...command }) => ({ ...command, title: t(label) }));
  return [
    { id: 'commands', label: t('palette.commands'), entries: keep(deeds) },
    { id: 'places', label: t('palette.places'), entries: keep(places) },
  ];
}

export function usePaletteHits(query: string): { groups: PaletteGroup[]; searching: boolean } {
  const { t } = useTranslation('app');
  const may = useMay();
  const searches = registry.searches.filter(({ need }) => may(need));
  const [asked] = useDebouncedValue(query.trim(), 150);
  const results = useQueries({
    queries: searches.map((search) => ({
      queryKey: ['palette', search.id, asked],
      queryFn: ({ signal }: { signal: AbortSignal }) => search.find(asked, signal),
      enabled: asked.length >= 2,
    })),
  });
  const groups = searches.map((search, index) => ({
    id: search.id,
    label: t(search.label),
    entries: (results[index]?.data ?? []).map((hit) => ({ ...hit, ...(search.icon && { icon: search.icon }) })),
  }));
  return { groups, searching: results.some(({ isFetching }) => isFetching) };
}
