import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const BROWSER = 'browser:';

/** The name of the key that sends; one for browsers is marked, for what comes with it is hearsay. */
export function EventSource({ name }: { name: string }) {
  const { t } = useTranslation('sources');
  const browser = name.startsWith(BROWSER);
  return (
    <Group gap={6}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {browser ? name.slice(BROWSER.length) : name}
      </Text>
      {browser && <Badge color="gray">{t('events.browser')}</Badge>}
    </Group>
  );
}
