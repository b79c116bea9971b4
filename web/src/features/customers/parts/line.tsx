import { Group, Text } from '@mantine/core';
import { type ReactNode } from 'react';

/** One fact of a panel; nothing where there is none. */
export function Line({ label, children }: { label: ReactNode; children: ReactNode }) {
  if (!children) return null;
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
      <Text c="dimmed" size="sm" component="div">
        {label}
      </Text>
      <Text component="div" size="sm" ta="right" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </Group>
  );
}
