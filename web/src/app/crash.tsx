import { Button, Center, Code, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A screen that broke: the rest of the application goes on. */
export function CrashPage({ error }: { error: unknown }) {
  const { t } = useTranslation('app');
  return (
    <Center mih="60vh" p="md">
      <Stack maw={520} gap="sm" role="alert">
        <Title order={1}>{t('crash.title')}</Title>
        <Text c="dimmed">{t('crash.remedy')}</Text>
        <Code block>{error instanceof Error ? error.message : String(error)}</Code>
        <Button w="fit-content" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
      </Stack>
    </Center>
  );
}

/** What is left when the frame itself breaks. */
export class CrashBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error === null ? this.props.children : <CrashPage error={this.state.error} />;
  }
}
