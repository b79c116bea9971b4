import { Group, Paper, Skeleton, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cellName } from '@/shared/rules/cells';
import { useWords } from '@/shared/rules/use-words';
import { useFormat } from '@/shared/lib/use-format';
import { useUrlSearch } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { FlowPicture } from '@/shared/ui/flow-picture';
import { useMoves } from '../life-cycle';

/** More streams than this nobody tells apart. */
const mostDrawn = 30;

/** Who moved between the cells of a grid between the ends of two days. */
export function Moves({ grid }: { grid: string }) {
  const { t } = useTranslation('insight');
  const words = useWords();
  const format = useFormat();
  const [{ from = '', to = '' }, setSearch] = useUrlSearch();
  const { data, error, refetch } = useMoves(grid, from, to);
  const [stayed, setStayed] = useState(false);
  const nameOf = useCallback((cell: string) => cellName(grid, cell, words), [grid, words]);
  const moves = useMemo(() => data?.moves.filter((move) => stayed || move.from !== move.to) ?? [], [data, stayed]);
  const drawn = useMemo(() => moves.slice(0, mostDrawn), [moves]);
  return (
    <Paper>
      <Stack gap="sm">
        <Title order={2}>{t('moves.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('moves.text')}
        </Text>
        {data?.partlyToday && (
          <Text size="sm" c="dimmed">
            {t('moves.partlyToday')}
          </Text>
        )}
        <Group align="flex-end">
          <TextInput
            type="date"
            label={t('moves.from')}
            value={from || (data?.from ?? '')}
            onChange={({ currentTarget }) => setSearch({ from: currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('moves.to')}
            value={to || (data?.to ?? '')}
            onChange={({ currentTarget }) => setSearch({ to: currentTarget.value })}
          />
          <Switch label={t('moves.stayed')} checked={stayed} onChange={({ currentTarget }) => setStayed(currentTarget.checked)} mb={8} />
        </Group>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error && <Skeleton h={240} />}
        {data && moves.length === 0 && <Text c="dimmed">{t('moves.nobody')}</Text>}
        {drawn.length > 0 && <FlowPicture label={t('moves.title')} moves={drawn} nameOf={nameOf} none={t('moves.none')} />}
        {moves.length > mostDrawn && (
          <Text size="xs" c="dimmed">
            {t('moves.more', { drawn: format.number(mostDrawn), all: format.number(moves.length) })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
