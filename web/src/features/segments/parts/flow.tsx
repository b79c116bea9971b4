import { Group, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { FlowPicture } from '@/shared/ui/flow-picture';
import { useFlow } from '../compare';

type FlowProps = {
  chosen: string[];
  nameOf: (id: string) => string;
  from: string;
  to: string;
  change: (days: { from?: string; to?: string }) => void;
};

/** Who moved from where to where between the ends of two days. */
export function Flow({ chosen, nameOf, from, to, change }: FlowProps) {
  const { t } = useTranslation('segments');
  const { data, error, refetch } = useFlow(chosen, from, to);
  return (
    <Paper>
      <Stack gap="sm">
        <Title order={2}>{t('compare.flow')}</Title>
        <Text size="sm" c="dimmed">
          {t('compare.flowText')}
        </Text>
        <Group>
          <TextInput
            type="date"
            label={t('compare.from')}
            value={from}
            max={to}
            onChange={({ currentTarget }) => change({ from: currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('compare.to')}
            value={to}
            min={from}
            onChange={({ currentTarget }) => change({ to: currentTarget.value })}
          />
        </Group>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error && <Skeleton h={240} />}
        {data?.moves.length === 0 && <Text c="dimmed">{t('compare.nobody')}</Text>}
        {data && data.moves.length > 0 && (
          <FlowPicture label={t('compare.flow')} moves={data.moves} nameOf={nameOf} none={t('compare.none')} />
        )}
      </Stack>
    </Paper>
  );
}
