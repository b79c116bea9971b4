import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type Choice = { value: string; label: string };

type RemoteSelectProps = {
  label: string;
  placeholder?: string;
  /** Empty for none. */
  value: string;
  /** What the value is called before anything was searched. */
  known: Choice[];
  find: (q: string, signal: AbortSignal) => Promise<Choice[]>;
  onChange: (value: string) => void;
  error?: ReactNode;
  queryKey: string;
};

/** A choice out of more than fits a list: found while typing. */
export function RemoteSelect({ label, placeholder, value, known, find, onChange, error, queryKey }: RemoteSelectProps) {
  const { t } = useTranslation('customers');
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, 200);
  const { data } = useQuery({
    queryKey: [queryKey, 'choices', settled],
    queryFn: ({ signal }) => find(settled, signal),
    placeholderData: keepPreviousData,
  });
  const [picked, setPicked] = useState<Choice | null>(null);
  const all = [...(picked ? [picked] : []), ...known, ...(data ?? [])];
  const choices = [...new Map(all.map((choice) => [choice.value, choice])).values()];
  return (
    <Select
      label={label}
      placeholder={placeholder ?? t('search.placeholder')}
      searchable
      clearable
      data={choices}
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={t('search.nothing')}
      value={value || null}
      onChange={(id, option) => {
        setPicked(id && option ? { value: id, label: option.label } : null);
        onChange(id ?? '');
      }}
      error={error}
    />
  );
}
