import { Input, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode } from 'react';
import { languages, type Language } from '@/shared/lib/languages';

export type Names = Record<Language, string>;

type NamesInputProps = {
  label: string;
  names: Names;
  longest: number;
  focused?: boolean;
  error: ReactNode;
  onChange: (code: Language, name: string) => void;
};

/** What something is called, a field for each language. */
export function NamesInput({ label, names, longest, focused, error, onChange }: NamesInputProps) {
  return (
    <Stack gap={4} role="group" aria-label={label}>
      <Text size="sm" fw={550}>
        {label}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" verticalSpacing="xs">
        {languages.map(({ code, name }, place) => (
          <TextInput
            key={code}
            aria-label={name}
            placeholder={name}
            maxLength={longest}
            {...(focused && place === 0 && { 'data-autofocus': true })}
            value={names[code]}
            onChange={(event) => onChange(code, event.currentTarget.value)}
          />
        ))}
      </SimpleGrid>
      {error && <Input.Error role="alert">{error}</Input.Error>}
    </Stack>
  );
}
