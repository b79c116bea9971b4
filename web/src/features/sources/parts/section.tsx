import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode } from 'react';

export function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2}>{title}</Title>
      {text && (
        <Text c="dimmed" maw={760}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}
