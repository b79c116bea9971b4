import { Badge, Code, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { DateText } from '@/shared/ui/numbers';
import { mirrorOf, type About, type Mirror } from '../about';
import { Facts } from './facts';

export function AboutFacts({ about }: { about: About }) {
  const { t } = useTranslation('access');
  return (
    <Stack gap="md">
      <Facts
        title={t('about.program')}
        facts={[
          { name: t('about.version'), value: <Version about={about} /> },
          { name: t('about.java'), value: about.javaVersion },
          { name: t('about.started'), value: <DateText value={about.startedAt} /> },
          { name: t('about.address'), value: about.publicUrl },
        ]}
      />
      <Facts
        title={t('about.data')}
        facts={[
          { name: t('about.database'), value: `${product(about.databaseVersion)} · ${t(`about.${about.databaseKind}`)}` },
          { name: t('about.folder'), value: <Code>{about.dataFolder}</Code> },
          { name: t('about.disk'), value: <Disk about={about} /> },
          { name: t('about.mirror'), value: <MirrorState mirror={mirrorOf(about.parts)} /> },
        ]}
      />
    </Stack>
  );
}

/** "PostgreSQL 18.6 on x86_64-pc-linux-gnu, compiled by …" without what it was compiled by. */
function product(version: string): string {
  return version.split(' on ')[0] ?? version;
}

function Version({ about }: { about: About }) {
  return (
    <Group gap="xs">
      {about.version}
      {about.commit && about.commit !== 'unknown' && <Code>{about.commit.slice(0, 10)}</Code>}
    </Group>
  );
}

function Disk({ about }: { about: About }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const used = about.diskTotalBytes > 0 ? 1 - about.diskFreeBytes / about.diskTotalBytes : 0;
  return (
    <Stack gap={4} maw={280}>
      <Text size="sm">
        {t('about.diskFree', { free: format.bytes(about.diskFreeBytes), total: format.bytes(about.diskTotalBytes) })}
      </Text>
      <Progress value={used * 100} size="sm" color={used > 0.9 ? 'red' : 'pine'} aria-label={t('about.disk')} />
    </Stack>
  );
}

function MirrorState({ mirror }: { mirror: Mirror | null }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  if (!mirror) return t('about.mirrorNone');
  return (
    <Group gap="xs">
      <Badge color={mirror.lagMs > 5000 ? 'sunflower' : 'pine'}>{t('about.lag', { lag: format.duration(mirror.lagMs / 1000) })}</Badge>
      <Text size="sm" className="numeric">
        {t('about.rows', { count: mirror.rows, rows: format.number(mirror.rows) })}
      </Text>
    </Group>
  );
}
