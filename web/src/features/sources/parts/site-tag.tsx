import { Button, Code, CopyButton, Group, Stack, Switch, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { tagOf, trackerQuery } from '../tracker';

/** The line to paste, by what the site wishes. Without a key it shows where the key goes. */
export function SiteTag({ siteKey }: { siteKey: string | undefined }) {
  const { t } = useTranslation('sources');
  const { data: tracker, error } = useQuery(trackerQuery);
  const [consent, setConsent] = useState(true);
  const [pinned, setPinned] = useState(false);
  if (error) return <ErrorState error={error} />;
  if (!tracker) return null;
  const tag = tagOf(tracker, { key: siteKey ?? 'WRITE_KEY', consent, pinned });
  const { origin } = new URL(tracker.address);
  const policy = `script-src ${origin}; connect-src ${origin}`;
  return (
    <Stack gap="sm">
      <Switch
        label={t('install.consent')}
        description={t('install.consentHint')}
        checked={consent}
        onChange={(event) => setConsent(event.currentTarget.checked)}
      />
      <Switch
        label={t('install.pinned')}
        description={t('install.pinnedHint')}
        checked={pinned}
        onChange={(event) => setPinned(event.currentTarget.checked)}
      />
      <Code block tabIndex={0} role="region" aria-label={t('install.tag')} style={{ overflowX: 'auto' }}>
        {tag}
      </Code>
      <Group gap="xs">
        <CopyButton value={tag}>
          {({ copied, copy }) => (
            <Button variant={siteKey ? 'filled' : 'default'} onClick={copy} leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}>
              {t(copied ? 'events.copied' : 'install.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" c="dimmed">
        {t('install.policy')} <Code>{policy}</Code>
      </Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('install.integrity', { bytes: tracker.bytes })} <Code>{tracker.integrity}</Code>
      </Text>
    </Stack>
  );
}
