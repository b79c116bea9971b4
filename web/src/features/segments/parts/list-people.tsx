import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotifyProblem } from '@/shared/ui/notify';
import { Permitted } from '@/shared/ui/permitted';
import { useChangeList } from '../list';
import { type Segment } from '../segments';
import { ListResult } from './list-result';
import { PeopleLines } from './people-lines';

/** Puts people on the list of a segment and takes them off. */
export function ListPeople({ segment }: { segment: Segment }) {
  if (segment.rule.kind !== 'list') return null;
  return (
    <Permitted need="segments.edit">
      <ChangeList id={segment.id} />
    </Permitted>
  );
}

function ChangeList({ id }: { id: string }) {
  const { t } = useTranslation('segments');
  const [people, setPeople] = useState('');
  const change = useChangeList(id);
  const problem = useNotifyProblem();
  const send = (added: boolean) =>
    change.mutate({ people, added }, { onSuccess: () => setPeople(''), onError: problem });
  return (
    <Paper>
      <Stack gap="sm">
        <Title order={2}>{t('byHand.change')}</Title>
        <PeopleLines value={people} onChange={setPeople} />
        <Group gap="xs">
          <Button disabled={!people.trim()} loading={change.isPending} onClick={() => send(true)}>
            {t('byHand.add')}
          </Button>
          <Button variant="default" disabled={!people.trim()} loading={change.isPending} onClick={() => send(false)}>
            {t('byHand.remove')}
          </Button>
        </Group>
        {change.data && <ListResult change={change.data} added={change.variables.added} />}
      </Stack>
    </Paper>
  );
}
