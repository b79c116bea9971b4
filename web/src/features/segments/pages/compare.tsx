import { MultiSelect, Paper, Stack } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@/shared/lib/use-now';
import { useUrlSearch } from '@/shared/lib/url';
import { EmptyState } from '@/shared/ui/empty-state';
import { Page } from '@/shared/ui/page';
import { mostCompared, useSegmentNames } from '../compare';
import { Flow } from '../parts/flow';
import { Overlap } from '../parts/overlap';

const monthMs = 30 * 86_400_000;

/** Segments beside each other now, and what moved between them since a day. */
export function ComparePage() {
  const { t } = useTranslation('segments');
  const [search, setSearch] = useUrlSearch();
  const { data: names = [] } = useSegmentNames();
  const now = useNow().getTime();
  const chosen = (search['segments'] ?? '').split(',').filter((id) => id !== '');
  const nameOf = useCallback((id: string) => names.find(({ value }) => value === id)?.label ?? '…', [names]);
  return (
    <Page
      title={t('compare.title')}
      description={t('compare.text')}
      crumbs={[{ label: t('navigation.segments'), href: '/segments' }]}
    >
      <Stack gap="md">
        <Paper>
          <MultiSelect
            label={t('compare.choose')}
            data={names}
            value={chosen}
            onChange={(ids) => setSearch({ segments: ids.join(',') })}
            maxValues={mostCompared}
            searchable
            clearable
          />
        </Paper>
        {chosen.length === 0 ? (
          <EmptyState icon={IconArrowsSplit} title={t('compare.emptyTitle')}>
            {t('compare.empty')}
          </EmptyState>
        ) : (
          <>
            <Overlap chosen={chosen} nameOf={nameOf} />
            <Flow
              chosen={chosen}
              nameOf={nameOf}
              from={search['from'] ?? dayOf(now - monthMs)}
              to={search['to'] ?? dayOf(now)}
              change={setSearch}
            />
          </>
        )}
      </Stack>
    </Page>
  );
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
