import { Button, Group, Skeleton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { Permitted } from '@/shared/ui/permitted';
import { useCellNotes } from '../cells';
import { useLifeCycle } from '../life-cycle';
import { CellPanel } from '../parts/cell-panel';
import { LifeCycleHistory } from '../parts/life-cycle-history';
import { Moves } from '../parts/moves';
import { StageCards } from '../parts/stage-cards';
import { StagesForm } from '../parts/stages-form';
import { Strategies } from '../parts/strategies';
import { TrendSince } from '../parts/trend-since';
import { type PickedPeople } from '../segment-of-cell';
import { useStagePeople } from '../use-stage-people';

/** Where people are between the first look and the last order, by rules that one sees and changes. */
export function LifeCyclePage() {
  const { t } = useTranslation('insight');
  const { data, error, refetch } = useLifeCycle();
  const [editing, setEditing] = useState(false);
  const [picked, setPicked] = useState<PickedPeople | null>(null);
  const notes = useCellNotes('lifecycle', data !== undefined);
  const people = useStagePeople(data?.stages ?? [], notes);
  const edit = (
    <Permitted need="insight.edit">
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)} disabled={!data || editing}>
        {t('lifeCycle.edit')}
      </Button>
    </Permitted>
  );
  return (
    <Page title={t('lifeCycle.title')} description={t('lifeCycle.text')} actions={edit}>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Skeleton h={320} />}
      {data && !editing && notes && (
        <>
          <Group justify="flex-end">
            <TrendSince notes={notes} />
          </Group>
          <StageCards people={people} notes={notes} onPick={setPicked} />
          <Strategies
            notes={notes}
            cells={people.map((stage) => ({ ...stage, open: () => setPicked(stage) }))}
          />
          <Moves grid="lifecycle" />
          <LifeCycleHistory now={data.scheme ?? null} />
        </>
      )}
      {data && editing && <StagesForm initial={data.stages} onClose={() => setEditing(false)} />}
      <CellPanel pick={picked} close={() => setPicked(null)} />
    </Page>
  );
}
