import { Badge, Paper, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { DateText, NumberText } from '@/shared/ui/numbers';
import { StatTile } from '@/shared/ui/stat-tile';
import { type Mirror } from '../mirror';

const colors: Record<Mirror['state'], string> = {
  following: 'pine',
  rebuilding: 'sunflower',
  failing: 'red',
  closed: 'gray',
};

export function MirrorState({ mirror }: { mirror: Mirror }) {
  const { t } = useTranslation('warehouse');
  return <Badge color={colors[mirror.state]}>{t(`state.${mirror.state}`)}</Badge>;
}

/** How far behind, how large, since when. */
export function MirrorTiles({ mirror }: { mirror: Mirror | undefined }) {
  const { t } = useTranslation('warehouse');
  const format = useFormat();
  const loading = mirror === undefined;
  const rows = mirror?.tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
        <StatTile
          label={t('lag.label')}
          definition={t('lag.definition')}
          value={mirror?.lagMs == null ? '—' : format.duration(mirror.lagMs / 1000)}
          loading={loading}
        />
        <StatTile label={t('rows')} value={<NumberText value={rows} />} loading={loading} />
        <StatTile label={t('size')} value={mirror ? format.bytes(mirror.fileBytes) : '—'} loading={loading} />
        <StatTile
          label={t('rebuilt.label')}
          value={<DateText value={mirror?.rebuiltAt} as="relative" />}
          note={mirror?.rebuiltBecause && t(`rebuilt.${mirror.rebuiltBecause}`)}
          loading={loading}
        />
      </SimpleGrid>
      {mirror?.progress && <RebuildProgress progress={mirror.progress} />}
    </Stack>
  );
}

function RebuildProgress({ progress }: { progress: NonNullable<Mirror['progress']> }) {
  const { t } = useTranslation('warehouse');
  const format = useFormat();
  const share = progress.total > 0 ? (100 * progress.done) / progress.total : 0;
  const label = t('rebuild.progress', {
    table: progress.table,
    done: format.number(progress.done),
    total: format.number(progress.total),
  });
  return (
    <Paper>
      <Stack gap="xs">
        <Text size="sm" className="numeric">
          {label}
        </Text>
        <Progress value={share} animated color="sunflower" aria-label={label} />
      </Stack>
    </Paper>
  );
}
