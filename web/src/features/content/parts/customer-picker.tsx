import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { peopleQuery } from '../people';

type CustomerPickerProps = { value: string | undefined; onChange: (id: string | undefined) => void };

/** Whose eyes to see with; nobody chosen is a sample person. */
export function CustomerPicker({ value, onChange }: CustomerPickerProps) {
  const { t } = useTranslation('content');
  const [search, setSearch] = useState('');
  const [calm] = useDebouncedValue(search, 250);
  const { data, isFetching } = useQuery(peopleQuery(calm));
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const found = (data?.items ?? []).map((person) => ({
    value: person.id,
    label: [person.name, person.email].filter(Boolean).join(' · ') || (personName(person) ?? person.id),
  }));
  const choices = chosen && !found.some((one) => one.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      label={t('preview.as')}
      placeholder={t('preview.sample')}
      data={choices}
      value={value ?? null}
      searchable
      clearable
      filter={({ options }) => options}
      onSearchChange={(text) => setSearch(text === chosen?.label ? '' : text)}
      nothingFoundMessage={t(isFetching ? 'preview.searching' : 'preview.nobody')}
      onChange={(id) => {
        setChosen(choices.find((one) => one.value === id) ?? null);
        onChange(id ?? undefined);
      }}
      w={300}
      maw="100%"
    />
  );
}
