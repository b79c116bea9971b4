import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecretText } from '@/shared/ui/secret-text';
import { embedCode } from '../draft';

/** Where the form is, and what to put into a page of one's own. */
export function FormLinks({ slug, sites }: { slug: string; sites: string[] }) {
  const { t } = useTranslation('forms');
  const { origin } = window.location;
  const address = `${origin}/f/${slug}`;
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2}>{t('links.title')}</Title>
        <SecretText label={t('links.hosted')} value={address} />
        <Anchor href={address} target="_blank" rel="noopener" w="fit-content">
          {t('links.open')}
        </Anchor>
        <SecretText label={t('links.embed')} value={embedCode(origin, slug)} />
        <Text size="sm" c="dimmed">
          {sites.length > 0 ? t('links.sites', { sites: sites.join(', ') }) : t('links.noSites')}
        </Text>
      </Stack>
    </Paper>
  );
}
