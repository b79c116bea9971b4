import { Center, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Icon } from '@/shared/lib/feature';

type EmptyStateProps = {
  icon: Icon;
  title: string;
  /** Teaches: what will be here, and what to do to get it. */
  children: ReactNode;
  action?: ReactNode;
};

export function EmptyState({ icon: Picture, title, children, action }: EmptyStateProps) {
  return (
    <Center py={48} px="md">
      <Stack align="center" gap="xs" miw={0} maw={460} ta="center">
        <ThemeIcon size={52} radius="xl" variant="light" aria-hidden>
          <Picture size={26} stroke={1.6} />
        </ThemeIcon>
        <Title order={3} mt={4}>
          {title}
        </Title>
        <Text c="dimmed" component="div" maw="100%">
          {children}
        </Text>
        {action && (
          <Group gap="xs" mt="xs" justify="center">
            {action}
          </Group>
        )}
      </Stack>
    </Center>
  );
}
