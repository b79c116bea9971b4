import { useUrlSearch } from '@/shared/lib/url';
import { type AskedForm } from './upload-file';

/** The most files of one import. */
export const MOST_FILES = 9;

/** An uploaded file and how the reader wants it read. */
export type ChosenFile = { id: string; asked: AskedForm };

/** Files as they stand in the address; what is not understood is left out. */
export function chosenIn(text: string | undefined): ChosenFile[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(parsed)) return [];
    return parsed.flatMap((one: { id?: unknown; asked?: AskedForm }) =>
      typeof one.id === 'string' ? [{ id: one.id, asked: one.asked ?? {} }] : [],
    );
  } catch {
    return [];
  }
}

/** The files of the import that is being made stand in the address, so that a reload loses none. */
export function useChosenFiles() {
  const [{ files: text, kind }, setSearch] = useUrlSearch();
  const files = chosenIn(text);
  const set = (chosen: ChosenFile[]) =>
    setSearch({ files: chosen.length > 0 ? JSON.stringify(chosen) : undefined });
  return {
    wished: kind,
    files,
    add: (ids: string[]) => set([...files, ...ids.map((id) => ({ id, asked: {} }))].slice(0, MOST_FILES)),
    remove: (id: string) => set(files.filter((one) => one.id !== id)),
    ask: (id: string, patch: Record<string, string | undefined>) =>
      set(files.map((one) => (one.id === id ? { id, asked: { ...one.asked, ...patch } as AskedForm } : one))),
  };
}
