import { Box, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { type ReactNode } from 'react';
import { LanguageMenu } from '@/shared/ui/language-menu';
import { Logo } from '@/shared/ui/logo';
import { ThemeToggle } from '@/shared/ui/theme-toggle';

type GateFrameProps = { title: string; text: ReactNode; children: ReactNode };

/** The page before the application: one form in the middle, language and theme at hand. */
export function GateFrame({ title, text, children }: GateFrameProps) {
  useDocumentTitle(`${title} · Regulars`);
  return (
    <Box mih="100vh" pos="relative" component="main">
      <Group gap={2} pos="absolute" top={10} right={12}>
        <LanguageMenu />
        <ThemeToggle />
      </Group>
      <Center mih="100vh" px="sm" py={64}>
        <Stack w="100%" maw={420} gap="lg">
          <Stack gap="xs" align="center" ta="center">
            <Logo size={44} />
            <Title order={1}>{title}</Title>
            <Text c="dimmed">{text}</Text>
          </Stack>
          <Paper p="lg" shadow="xs">
            {children}
          </Paper>
        </Stack>
      </Center>
    </Box>
  );
}
