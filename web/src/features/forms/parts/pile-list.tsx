import { Badge, Button, Group, NumberInput, Paper, Select, TextInput } from '@mantine/core';
import { IconFiles } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { useNotifyProblem } from '@/shared/ui/notify';
import { DateText, NumberText } from '@/shared/ui/numbers';
import { type Form } from '../forms';
import { pilesQuery, useBeginPile, type Pile } from '../paper';

/** The piles of a form and the beginning of a new one, with what was counted and added up by hand. */
export function PileList({ form }: { form: Form }) {
  const { t } = useTranslation('forms');
  const { data, error, refetch } = useQuery(pilesQuery(form.id));
  const columns = useColumns();
  return (
    <>
      {form.published && !form.archived && <NewPile form={form} />}
      <DataTable
        label={t('paper.title')}
        columns={columns}
        rows={data?.items}
        error={error}
        onRetry={() => void refetch()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/forms/${form.id}/paper?pile=${id}`}
        empty={
          <EmptyState icon={IconFiles} title={t('paper.emptyTitle')}>
            {t('paper.empty')}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Pile>[] {
  const { t } = useTranslation('forms');
  return [
    { id: 'name', header: t('paper.name'), cell: ({ name }) => name },
    { id: 'sheets', header: t('paper.sheets'), align: 'right', cell: ({ expected }) => <NumberText value={expected} /> },
    {
      id: 'state',
      header: t('list.state'),
      cell: ({ doneAt }) => <Badge color={doneAt ? 'pine' : 'gray'}>{t(doneAt ? 'paper.done' : 'paper.open')}</Badge>,
    },
    { id: 'at', header: t('paper.begun'), align: 'right', cell: ({ createdAt }) => <DateText value={createdAt} as="relative" /> },
  ];
}

function NewPile({ form }: { form: Form }) {
  const { t } = useTranslation('forms');
  const go = useGo();
  const begin = useBeginPile(form.id);
  const onError = useNotifyProblem();
  const [name, setName] = useState('');
  const [expected, setExpected] = useState<number | string>('');
  const [controlField, setControlField] = useState<string | null>(null);
  const [controlSum, setControlSum] = useState<number | string>('');
  const numbers = form.draft.fields.filter(({ kind }) => kind === 'number');
  const run = () =>
    begin.mutate(
      { name, expected: Number(expected), controlField, controlSum: controlField ? Number(controlSum) : null },
      { onSuccess: ({ id }) => go(`/forms/${form.id}/paper?pile=${id}`), onError },
    );
  return (
    <Paper
      p="md"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput label={t('paper.name')} value={name} required maxLength={200} onChange={(event) => setName(event.currentTarget.value)} />
        <NumberInput label={t('paper.count')} value={expected} required min={1} max={1000} w={140} onChange={setExpected} />
        {numbers.length > 0 && (
          <Select
            label={t('paper.controlField')}
            data={numbers.map(({ key, label }) => ({ value: key, label: Object.values(label)[0] ?? key }))}
            value={controlField}
            clearable
            onChange={setControlField}
          />
        )}
        {controlField && <NumberInput label={t('paper.controlSum')} value={controlSum} required w={160} onChange={setControlSum} />}
        <Button type="submit" loading={begin.isPending}>
          {t('paper.begin')}
        </Button>
      </Group>
    </Paper>
  );
}
