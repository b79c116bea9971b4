import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useUrlSearch } from '@/shared/lib/url';

/** The text of a search that lives in the address: what is typed, and what is asked for after a pause. */
export function useUrlText(name: string) {
  const [search, setSearch] = useUrlSearch();
  const [text, setText] = useState(search[name] ?? '');
  const [settled] = useDebouncedValue(text, 200);
  useEffect(() => setSearch({ [name]: settled || undefined }), [name, settled, setSearch]);
  return { text, setText, settled };
}

type SearchFieldProps = { label: string; text: string; onChange: (text: string) => void; size?: 'xs' | 'sm' };

export function SearchField({ label, text, onChange, size = 'sm' }: SearchFieldProps) {
  return (
    <TextInput
      size={size}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={label}
      aria-label={label}
      leftSection={<IconSearch size={size === 'xs' ? 14 : 16} />}
      w="100%"
      maw={size === 'xs' ? undefined : 420}
    />
  );
}
