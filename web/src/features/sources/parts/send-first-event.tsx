import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RouteLink } from '@/shared/ui/route-link';

/** Runs as it stands once the key is put in. */
function snippet(): string {
  return [
    `curl ${window.location.origin}/v1/track -u "WRITE_KEY:" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"userId":"42","event":"Product Viewed","properties":{"sku":"A-1"}}'`,
  ].join('\n');
}

/** Teaches to send the first event: a key, then one command. */
export function SendFirstEvent() {
  const { t } = useTranslation('sources');
  const text = snippet();
  return (
    <Stack gap="sm" align="center">
      <span>{t('events.first')}</span>
      <Code block ta="left" maw="100%" tabIndex={0} role="region" aria-label={t('events.command')} style={{ overflowX: 'auto' }}>
        {text}
      </Code>
      <Group gap="xs" justify="center">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}>
              {t(copied ? 'events.copied' : 'events.copy')}
            </Button>
          )}
        </CopyButton>
        <Button component={RouteLink} href="/settings/api-keys" leftSection={<IconKey size={16} />}>
          {t('events.makeKey')}
        </Button>
      </Group>
      <Text size="sm">
        {t('events.libraries')}
      </Text>
    </Stack>
  );
}
