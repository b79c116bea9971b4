import { Group, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode } from 'react';

type PanelProps = { title: string; beside?: ReactNode; children: ReactNode };

/** A titled block of the card. */
export function Panel({ title, beside, children }: PanelProps) {
  return (
    <Paper component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} fz="md">
            {title}
          </Title>
          {beside}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
