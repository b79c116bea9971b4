import { Alert, Badge, Group, Loader, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/page';
import { intakeQuery } from '../events';
import { Section } from '../parts/section';
import { SiteKeyForm } from '../parts/site-key-form';
import { SiteTag } from '../parts/site-tag';
import { liveSites, sourceOf, useMakeSiteKey } from '../tracker';

/** From nothing to the first event of a site: a key, a line for its pages, and whether anything came in. */
export function InstallTrackerPage() {
  const { t } = useTranslation('sources');
  const make = useMakeSiteKey();
  const made = make.data;
  return (
    <Page size="narrow" title={t('install.title')} description={t('install.text')} crumbs={[{ label: t('events.title'), href: '/events' }]}>
      <Stack gap="lg">
        <Section title={t('install.keyTitle')}>
          {made ? (
            <Alert color="sunflower">{t('install.made', { name: made.name })}</Alert>
          ) : (
            <SiteKeyForm make={(wanted) => make.mutate(wanted)} error={make.error} loading={make.isPending} />
          )}
        </Section>
        <Section title={t('install.tagTitle')}>
          <SiteTag siteKey={made?.key} />
        </Section>
        <Section title={t('install.liveTitle')}>
          <LiveSites expected={made?.name} />
        </Section>
      </Stack>
    </Page>
  );
}

/** Sites that sent something lately; the expected one first, as soon as it does. */
function LiveSites({ expected }: { expected: string | undefined }) {
  const { t } = useTranslation('sources');
  const { data } = useQuery(intakeQuery);
  if (!data) return null;
  const sites = liveSites(data.figures);
  const waiting = expected !== undefined && !sites.has(sourceOf(expected));
  return (
    <Stack gap="xs" role="status">
      {waiting && (
        <Group gap="xs">
          <Loader size="xs" aria-hidden />
          <Text>{t('install.waiting', { name: expected })}</Text>
        </Group>
      )}
      {[...sites].map(([site, count]) => (
        <Group key={site} gap="xs">
          <IconCircleCheck size={18} color="var(--mantine-color-pine-6)" aria-hidden />
          <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
            {site}
          </Text>
          <Badge color="pine">{t('install.live')}</Badge>
          <Text c="dimmed">{t('install.count', { count })}</Text>
        </Group>
      ))}
      {sites.size === 0 && !waiting && <Text c="dimmed">{t('install.none')}</Text>}
    </Stack>
  );
}
