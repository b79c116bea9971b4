import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { useProblemText } from '@/shared/api/use-problem-text';
import { useFormat } from '@/shared/lib/use-format';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { errorFileHref, type ImportFile, type RowProblem } from '../imports';

/** Why rows were not taken, in the words of the reader, and all of them as a file. */
export function ProblemTable({ of: one, importId }: { of: ImportFile; importId: string }) {
  const { t, i18n } = useTranslation('sources');
  const format = useFormat();
  const columns = useColumns();
  if (one.problems.length === 0) return null;
  const all = one.counts.rejected + one.counts.cellsLeftOut;
  const shown = { shown: format.number(one.problems.length), all: format.number(all) };
  return (
    <Stack gap="xs" component="section" aria-label={t('problems.title')}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2}>{t('problems.title')}</Title>
          <Text c="dimmed" size="sm">
            {t('problems.text')}{' '}
            {all > one.problems.length && t('problems.shown', shown)}
          </Text>
        </div>
        <Button
          component="a"
          href={errorFileHref(importId, one.id, i18n.language)}
          download
          variant="default"
          leftSection={<IconDownload size={16} />}
        >
          {t('problems.download')}
        </Button>
      </Group>
      <DataTable
        label={t('problems.title')}
        columns={columns}
        rows={one.problems}
        rowKey={({ line, column, code }) => `${line}/${column ?? ''}/${code}`}
        empty={null}
      />
    </Stack>
  );
}

function useColumns(): Column<RowProblem>[] {
  const { t } = useTranslation('sources');
  const format = useFormat();
  return [
    { id: 'line', header: t('problems.line'), align: 'right', width: 80, cell: ({ line }) => format.number(line) },
    { id: 'column', header: t('problems.column'), visibleFrom: 'sm', cell: ({ column }) => column ?? '—' },
    { id: 'value', header: t('problems.value'), visibleFrom: 'sm', cell: ({ value }) => value ?? '—' },
    { id: 'cause', header: t('problems.cause'), cell: (problem) => <Cause of={problem} /> },
  ];
}

function Cause({ of: { column, rowTaken, ...problem } }: { of: RowProblem }) {
  const { t } = useTranslation('sources');
  const { title, remedy } = useProblemText()(new ProblemError(0, problem));
  return (
    <>
      {column && (
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {column}
        </Text>
      )}
      <Text size="sm" style={{ whiteSpace: 'normal' }}>
        {remedy ? t('problems.sentence', { title, remedy }) : title}
      </Text>
      {rowTaken && (
        <Text size="xs" c="dimmed">
          {t('problems.rowTaken')}
        </Text>
      )}
    </>
  );
}
