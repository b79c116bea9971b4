import { Button, Group, Paper, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { useFormat } from '@/shared/lib/use-format';
import { JobProgress } from '@/shared/ui/job-progress';
import { useNotifyProblem } from '@/shared/ui/notify';
import { Permitted } from '@/shared/ui/permitted';
import { StatTile } from '@/shared/ui/stat-tile';
import { useConduct, useRenew, useSearch, type Overview } from '../duplicates';

/** How the last search went, the one that runs, and whether sure pairs are merged by themselves. */
export function SearchPanel({ overview }: { overview: Overview }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const renew = useRenew();
  const { last } = overview;
  return (
    <Stack gap="sm">
      {overview.runningJob && (
        <JobProgress id={overview.runningJob} title={t('search.running')} onOver={() => void renew()} />
      )}
      {last && (
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
          <StatTile label={t('search.people')} value={format.number(last.people)} note={format.relative(last.endedAt)} />
          <StatTile
            label={t('search.compared')}
            value={format.compact(last.compared)}
            definition={t('search.comparedMeans')}
            note={last.cut > 0 ? t('search.cut', { number: format.number(last.cut) }) : undefined}
          />
          <StatTile label={t('search.same')} value={format.number(overview.same)} note={t('search.byItself', { number: format.number(overview.mergedByItself) })} />
          <StatTile label={t('search.different')} value={format.number(overview.different)} definition={t('search.differentMeans')} />
        </SimpleGrid>
      )}
      <Conduct overview={overview} />
    </Stack>
  );
}

function Conduct({ overview }: { overview: Overview }) {
  const { t } = useTranslation('duplicates');
  const conduct = useConduct();
  const problem = useNotifyProblem();
  const may = useMay();
  return (
    <Paper>
      <Switch
        checked={overview.automatic}
        disabled={!may('settings.manage') || conduct.isPending}
        onChange={({ currentTarget }) => conduct.mutate(currentTarget.checked, { onError: problem })}
        label={t('conduct.label')}
        description={t('conduct.text')}
      />
    </Paper>
  );
}

/** Begins a search, of the whole base while there was none. */
export function SearchButtons({ overview }: { overview: Overview }) {
  const { t } = useTranslation('duplicates');
  const search = useSearch();
  const problem = useNotifyProblem();
  const busy = search.isPending || Boolean(overview.runningJob);
  const begin = (whole: boolean) => search.mutate(whole, { onError: problem });
  return (
    <Permitted need="imports.run">
      <Group gap="xs">
        {overview.last && (
          <Button variant="default" disabled={busy} onClick={() => begin(true)}>
            {t('search.whole')}
          </Button>
        )}
        <Button leftSection={<IconRefresh size={16} />} disabled={busy} onClick={() => begin(!overview.last)}>
          {overview.last ? t('search.changed') : t('search.first')}
        </Button>
      </Group>
    </Permitted>
  );
}

/** What the base has to say before anybody has searched it. */
export function TeachingText() {
  const { t } = useTranslation('duplicates');
  return (
    <Stack gap="xs" ta="start">
      {(['reads', 'explains', 'keeps'] as const).map((step) => (
        <Text key={step} size="sm">
          {t(`teach.${step}`)}
        </Text>
      ))}
    </Stack>
  );
}
