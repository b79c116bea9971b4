import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { useGo } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { cardQuery, type CustomerCard } from '../customer-card';
import { findCustomers } from '../customers';
import { useFieldSight } from '../field-rights';
import { chosenOf, mergeRows, type MergePart, type Side } from '../merge-rows';
import { useMerge, useUndoMerge } from '../merges';
import { MergeSides } from './merge-sides';
import { RemoteSelect } from './remote-select';

type SamePersonProps = { card: CustomerCard; opened: boolean; close: () => void };

/** Two cards of one person: found, compared and made one. */
export function SamePerson({ card, opened, close }: SamePersonProps) {
  const { t } = useTranslation('customers');
  const [other, setOther] = useState('');
  const found = useQuery({ ...cardQuery(other), enabled: other !== '' });
  const end = () => {
    setOther('');
    close();
  };
  const find = async (q: string, signal: AbortSignal) =>
    (await findCustomers(q, signal))
      .filter(({ id }) => id !== card.id)
      .map((one) => ({
        value: one.id,
        label: [personName(one) ?? t('list.nameless'), one.email, one.phone, one.city].filter(Boolean).join(' · '),
      }));
  return (
    <Modal opened={opened} onClose={end} size="lg" title={<Text fw={620}>{t('merge.title')}</Text>}>
      <Stack gap="sm">
        <Text size="sm">{t('merge.hint')}</Text>
        <RemoteSelect label={t('merge.other')} value={other} known={[]} find={find} onChange={setOther} queryKey="customers" />
        {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
        {other !== '' && found.data && <Compared key={other} one={card} two={found.data} close={end} />}
      </Stack>
    </Modal>
  );
}

const follows = ['records', 'consents', 'stays', 'address', 'undo'];

function Compared({ one, two, close }: { one: CustomerCard; two: CustomerCard; close: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const go = useGo();
  const { edits } = useFieldSight();
  const merge = useMerge();
  const undo = useUndoMerge();
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  const [turned, setTurned] = useState(false);
  const [chosen, setChosen] = useState<Partial<Record<MergePart, Side>>>({});
  const [kept, other] = turned ? [two, one] : [one, two];
  const rows = mergeRows(kept, other);
  const turn = () => {
    setTurned(!turned);
    setChosen({});
  };
  const run = () =>
    merge.mutate(
      { kept: kept.id, other: other.id, chosen: chosenOf(rows, chosen, edits) },
      {
        onSuccess: ({ id }) => {
          close();
          if (kept.id !== one.id) go('/customers/' + kept.id);
          notifyUndo(t('merge.done'), () => undo.mutate(id, { onError }));
        },
        onError,
      },
    );
  return (
    <>
      <MergeSides rows={rows} chosen={chosen} onChoose={(part, side) => setChosen({ ...chosen, [part]: side })} edits={edits} />
      <div>
        <Text size="sm" fw={550}>
          {t('merge.follows')}
        </Text>
        <List size="sm">
          {follows.map((fact) => (
            <List.Item key={fact}>{t(`merge.fact.${fact}`)}</List.Item>
          ))}
        </List>
      </div>
      <Group justify="space-between" gap="xs">
        <Button variant="subtle" leftSection={<IconArrowsExchange size={16} />} onClick={turn}>
          {t('merge.turn')}
        </Button>
        <Group gap="xs">
          <Button variant="default" onClick={close}>
            {t('shared:cancel')}
          </Button>
          <Button loading={merge.isPending} onClick={run}>
            {t('merge.run')}
          </Button>
        </Group>
      </Group>
    </>
  );
}
