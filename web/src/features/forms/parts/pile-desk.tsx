import { Badge, Button, FileButton, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { useAddScan, useCompletePile, useSettleSheet, useTypeSheet, type PileView, type Sheet } from '../paper';
import { SheetForm } from './sheet-form';

type PileDeskProps = { form: string; view: PileView };

const stateColors: Record<string, string> = { once: 'gray', differs: 'sunflower', settled: 'pine' };

/** One pile: a sheet to type on one side, what is missing of the pile on the other. */
export function PileDesk({ form, view }: PileDeskProps) {
  const { t } = useTranslation('forms');
  const { pile, definition, sheets } = view;
  const [number, setNumber] = useState(() => nextOf(view, 0));
  const type = useTypeSheet(form, pile.id);
  const settle = useSettleSheet(form, pile.id);
  const complete = useCompletePile(form, pile.id);
  const onError = useNotifyProblem();
  const sheet = sheets.find((one) => one.number === number);
  if (pile.doneAt) return <Text>{t('paper.doneText')}</Text>;
  const settling = sheet?.state === 'differs';
  const save = settling ? settle : type;
  const settled = sheets.filter(({ state }) => state === 'settled').length;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: 'start' }}>
      <Paper p="md">
        <Stack gap="sm">
          <Title order={2}>{t(settling ? 'paper.settleSheet' : 'paper.typeSheet', { number })}</Title>
          <Text size="sm" c="dimmed">
            {t(settling ? 'paper.settleText' : 'paper.keys')}
          </Text>
          {sheet?.state === 'differs' && <Differences sheet={sheet} definition={definition} />}
          <SheetForm
            key={`${number} ${sheet?.state ?? ''}`}
            definition={definition}
            initial={sheet?.first ?? null}
            saving={save.isPending}
            onSave={(typed) =>
              save.mutate({ number, ...typed }, { onError, onSuccess: () => setNumber(nextOf(view, number)) })
            }
          />
          {sheet && <Scan form={form} pile={pile.id} sheet={sheet} />}
        </Stack>
      </Paper>
      <Paper p="md">
        <Stack gap="sm">
          <Title order={2}>{pile.name}</Title>
          <Text>{t('paper.progress', { settled, expected: pile.expected })}</Text>
          <Group gap={4}>
            {Array.from({ length: pile.expected }, (_, index) => index + 1).map((one) => {
              const state = sheets.find((known) => known.number === one)?.state;
              return (
                <Button
                  key={one}
                  size="compact-sm"
                  variant={one === number ? 'filled' : 'default'}
                  aria-label={t('paper.sheetState', { number: one, state: t(`paper.states.${state ?? 'none'}`) })}
                  onClick={() => setNumber(one)}
                >
                  {one}
                  {state && <Badge ml={4} size="xs" circle color={stateColors[state] ?? 'gray'} />}
                </Button>
              );
            })}
          </Group>
          <Button
            w="fit-content"
            disabled={settled < pile.expected}
            loading={complete.isPending}
            onClick={() => complete.mutate(undefined, { onError, onSuccess: () => notifyDone(t('paper.completed')) })}
          >
            {t('paper.complete')}
          </Button>
        </Stack>
      </Paper>
    </SimpleGrid>
  );
}

/** The next sheet that this person has something to do with. */
function nextOf({ pile, sheets }: PileView, after: number): number {
  for (let step = 1; step <= pile.expected; step += 1) {
    const number = ((after + step - 1) % pile.expected) + 1;
    const sheet = sheets.find((one) => one.number === number);
    if (!sheet || sheet.state === 'differs' || (sheet.state === 'once' && !sheet.mine)) return number;
  }
  return Math.max(1, after);
}

function Differences({ sheet, definition }: { sheet: Sheet; definition: PileView['definition'] }) {
  const { t } = useTranslation('forms');
  const rows = [...definition.fields, ...definition.consents].flatMap((one) => {
    const read = (reading: Sheet['first']) =>
      reading?.answers[one.key] ?? (reading?.boxes.includes(one.key) ? t('paper.ticked') : '');
    const [first, second] = [read(sheet.first ?? null), read(sheet.second ?? null)];
    const words = 'label' in one ? one.label : one.text;
    return first === second ? [] : [{ key: one.key, label: Object.values(words)[0] ?? one.key, first, second }];
  });
  return (
    <Table aria-label={t('paper.differences')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('paper.field')}</Table.Th>
          <Table.Th>{t('paper.first')}</Table.Th>
          <Table.Th>{t('paper.second')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, label, first, second }) => (
          <Table.Tr key={key}>
            <Table.Td>{label}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{first}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{second}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Scan({ form, pile, sheet }: { form: string; pile: string; sheet: Sheet }) {
  const { t } = useTranslation('forms');
  const add = useAddScan(form, pile);
  const onError = useNotifyProblem();
  return (
    <Group gap="xs">
      <FileButton accept="image/*,application/pdf" onChange={(file) => file && add.mutate({ number: sheet.number, file }, { onError })}>
        {(props) => (
          <Button {...props} variant="default" size="xs" loading={add.isPending}>
            {t('paper.addScan')}
          </Button>
        )}
      </FileButton>
      {sheet.scan && <Text size="sm">{sheet.scan}</Text>}
    </Group>
  );
}
