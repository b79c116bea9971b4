import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from '@/shared/api/people';
import { personName } from '@/shared/lib/person-name';

type PersonSelectProps = {
  label: string;
  placeholder: string;
  value: string | undefined;
  onChange: (id: string | undefined, name: string | undefined) => void;
};

/** One customer, found while typing. */
export function PersonSelect({ label, placeholder, value, onChange }: PersonSelectProps) {
  const { t } = useTranslation('shared');
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
      label={label}
      placeholder={placeholder}
      data={choices}
      value={value ?? null}
      searchable
      clearable
      filter={({ options }) => options}
      onSearchChange={(text) => setSearch(text === chosen?.label ? '' : text)}
      nothingFoundMessage={t(isFetching ? 'person.searching' : 'person.nobody')}
      onChange={(id) => {
        const one = choices.find((choice) => choice.value === id) ?? null;
        setChosen(one);
        onChange(id ?? undefined, one?.label);
      }}
      w={300}
      maw="100%"
    />
  );
}
