import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ruleDiff } from '@/shared/rules/rule-diff';
import { sentence } from '@/shared/rules/rule-sentence';
import { useWords } from '@/shared/rules/use-words';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { Permitted } from '@/shared/ui/permitted';
import { useUpdateSegment } from '../change-segment';
import { useVersions, type SegmentVersion } from '../compare';
import { type Segment } from '../segments';

/** The rules a segment had: who made each, what it changed, and the way back. */
export function Versions({ segment }: { segment: Segment }) {
  const { t } = useTranslation('segments');
  const { data, error } = useVersions(segment.id);
  return (
    <Paper>
      <Stack gap="sm">
        <Title order={2}>{t('versions.title')}</Title>
        {error ? <ErrorState error={error} /> : null}
        {!data && !error && <Skeleton h={60} />}
        {data?.map((version, index) => (
          <Version key={version.version} segment={segment} version={version} before={data[index + 1]} />
        ))}
      </Stack>
    </Paper>
  );
}

type VersionProps = { segment: Segment; version: SegmentVersion; before: SegmentVersion | undefined };

function Version({ segment, version, before }: VersionProps) {
  const { t } = useTranslation('segments');
  const words = useWords();
  const update = useUpdateSegment(segment.id);
  const onError = useNotifyProblem();
  const diff = before && ruleDiff(before.rule, version.rule, words);
  const bringBack = () =>
    update.mutate(
      { name: segment.name, rule: version.rule, version: segment.version },
      { onSuccess: () => notifyDone(t('versions.back')), onError },
    );
  return (
    <Stack gap={2}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={550}>
          {t('versions.number', { number: version.version })}
        </Text>
        <Group gap="xs">
          {version.version !== segment.version && (
            <Permitted need="segments.edit">
              <Button size="compact-xs" variant="default" loading={update.isPending} onClick={bringBack}>
                {t('versions.bringBack')}
              </Button>
            </Permitted>
          )}
          <Text size="xs" c="dimmed">
            {version.by} <DateText value={version.at} as="relative" />
          </Text>
        </Group>
      </Group>
      {!diff && <Text size="sm">{sentence(version.rule, words)}</Text>}
      {diff?.gone.map((said) => (
        <Text key={said} size="sm" c="dimmed" td="line-through">
          {said}
        </Text>
      ))}
      {diff?.come.map((said) => (
        <Text key={said} size="sm">
          {t('versions.come', { said })}
        </Text>
      ))}
      {diff && diff.gone.length + diff.come.length === 0 && <Text size="sm">{sentence(version.rule, words)}</Text>}
    </Stack>
  );
}
