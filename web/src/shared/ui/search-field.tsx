import { Kbd, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useUrlSearch } from '@/shared/lib/url';

/** The text of a search that lives in the address: what is typed, and what is asked for after a pause. */
export function useUrlText(name: string) {
  const [search, setSearch] = useUrlSearch();
  const [text, setText] = useState(search[name] ?? '');
  const [settled] = useDebouncedValue(text, 200);
  useEffect(() => setSearch({ [name]: settled || undefined }), [name, settled, setSearch]);
  return { text, setText, settled };
}

type SearchFieldProps = {
  label: string;
  text: string;
  onChange: (text: string) => void;
  size?: 'xs' | 'sm';
  /** The key "/" leads here; for the one search of a page. */
  slash?: boolean;
};

export function SearchField({ label, text, onChange, size = 'sm', slash = false }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useHotkeys(slash ? [['/', () => field.current?.focus()]] : []);
  return (
    <TextInput
      ref={field}
      size={size}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={label}
      aria-label={label}
      leftSection={<IconSearch size={size === 'xs' ? 14 : 16} />}
      rightSection={slash && !text ? <Kbd size="xs">/</Kbd> : undefined}
      w="100%"
      maw={size === 'xs' ? undefined : 420}
    />
  );
}
