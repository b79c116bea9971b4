import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sideTitle, unitOf } from '@/shared/rules/own-grid';
import { useWords } from '@/shared/rules/use-words';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { Permitted } from '@/shared/ui/permitted';
import { sidesOf, useChangeMatrixOfOwn, useOwnVersions, type OwnMatrix, type OwnVersion, type Side } from '../own-matrix';

/** The measures and borders that a kept matrix had: who changed them when, and the way back. */
export function OwnMatrixVersions({ matrix, onBack }: { matrix: OwnMatrix; onBack: () => void }) {
  const { t } = useTranslation('insight');
  const sideText = useSideText();
  const { data } = useOwnVersions(matrix.id);
  const change = useChangeMatrixOfOwn();
  const onError = useNotifyProblem();
  const onSuccess = () => {
    notifyDone(t('own.back'));
    onBack();
  };
  const bringBack = (version: OwnVersion) => {
    const { id, name, version: now } = matrix;
    change.mutate({ id, name, version: now, ...sidesOf(version) }, { onSuccess, onError });
  };
  return (
    <Paper>
      <Stack gap="sm">
        <Title order={2}>{t('own.versions')}</Title>
        {data?.map((version) => (
          <Group key={version.id} justify="space-between" gap="xs">
            <Text size="sm">
              {sideText(sidesOf(version).rows)} × {sideText(sidesOf(version).columns)}
            </Text>
            <Group gap="xs">
              {version.id !== matrix.version && (
                <Permitted need="insight.edit">
                  <Button size="compact-xs" variant="default" loading={change.isPending} onClick={() => bringBack(version)}>
                    {t('lifeCycle.bringBack')}
                  </Button>
                </Permitted>
              )}
              <Text size="xs" c="dimmed">
                {version.by} <DateText value={version.asOf} as="relative" />
              </Text>
            </Group>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

function useSideText(): (side: Side) => string {
  const { t } = useTranslation('insight');
  const words = useWords();
  return ({ measure, days, tops }) => {
    const borders = tops.map((top) => words.format.number(top / unitOf(measure, words.currency))).join(' | ');
    const title = sideTitle(measure, words);
    return days === null
      ? t('own.sideEver', { title, borders })
      : t('own.side', { title, borders, count: days, days: words.format.number(days) });
  };
}
