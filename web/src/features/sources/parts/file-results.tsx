import { Accordion, Badge, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { Money, NumberText } from '@/shared/ui/numbers';
import { type Import, type ImportFile } from '../imports';
import { Doubts } from './file-form-bar';
import { ImportCounts } from './import-counts';
import { ImportState } from './import-state';
import { ProblemTable } from './problem-table';

/** What became of each file of an import, or would: a line each, and below it all that is known. */
export function FileResults({ of: one }: { of: Import }) {
  const [first] = one.files;
  if (first && one.files.length === 1) {
    return (
      <Stack gap="md">
        <Doubts of={first} />
        <ImportCounts of={first} />
        <ProblemTable of={first} importId={one.id} />
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <FileTable of={one} />
      <FileDetails of={one} />
    </Stack>
  );
}

function FileTable({ of: one }: { of: Import }) {
  const { t } = useTranslation('sources');
  const columns = useColumns(one);
  return <DataTable label={t('files.title')} columns={columns} rows={one.files} rowKey={({ id }) => id} empty={null} />;
}

function useColumns(one: Import): Column<ImportFile>[] {
  const { t } = useTranslation('sources');
  return [
    { id: 'file', header: t('files.file'), cell: (file) => <FileName of={file} /> },
    { id: 'state', header: t('list.state'), cell: (file) => <FileState of={file} dryRun={one.dryRun} /> },
    number('rows', t('counts.rows'), ({ counts }) => counts.rows),
    number('created', t('list.created'), ({ counts }) => counts.created, 'sm'),
    number('updated', t('files.updated'), ({ counts }) => counts.updated, 'md'),
    number('unchanged', t('counts.unchanged'), ({ counts }) => counts.unchanged, 'md'),
    {
      id: 'rejected',
      header: t('counts.rejected'),
      align: 'right',
      visibleFrom: 'sm',
      cell: ({ counts: { rejected } }) => <NumberText value={rejected} c={rejected > 0 ? 'error' : undefined} />,
    },
    {
      id: 'money',
      header: t('counts.money'),
      align: 'right',
      visibleFrom: 'md',
      cell: ({ money }) => {
        const told = money.filter(({ minor }) => minor !== 0); // orders whose sums come with their lines have none yet
        return told.length === 0 ? '—' : told.map((sum) => <Money key={sum.currency} value={sum} display="block" />);
      },
    },
  ];
}

function number(
  id: string,
  header: string,
  value: (file: ImportFile) => number,
  visibleFrom?: 'sm' | 'md',
): Column<ImportFile> {
  return { id, header, align: 'right', cell: (file) => <NumberText value={value(file)} />, ...(visibleFrom && { visibleFrom }) };
}

function FileName({ of: { fileName, kind } }: { of: ImportFile }) {
  const { t } = useTranslation('sources');
  return (
    <>
      <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
        {fileName}
      </Text>
      <Text size="xs" c="dimmed">
        {t(`kind.${kind}`)}
      </Text>
    </>
  );
}

/** How far the file has come while it is read, and how fast it went when it is over. */
function FileState({ of: file, dryRun }: { of: ImportFile; dryRun: boolean }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  if (file.state === 'running') {
    const share = file.bytes > 0 ? file.bytesRead / file.bytes : 0;
    return (
      <Stack gap={4} miw={90}>
        <Progress value={share * 100} animated aria-label={file.fileName} />
        <Text size="xs" c="dimmed" className="numeric">
          {format.percent(share, 0)}
        </Text>
      </Stack>
    );
  }
  const seconds = took(file);
  const rate = seconds > 0 ? Math.round(file.counts.rows / seconds) : 0;
  return (
    <Stack gap={2} align="flex-start">
      <ImportState of={{ state: file.state, dryRun }} />
      {file.state === 'done' && !dryRun && rate > 0 && (
        <Text size="xs" c="dimmed" className="numeric">
          {t('files.rate', { rate: format.number(rate) })}
        </Text>
      )}
    </Stack>
  );
}

function took({ startedAt, finishedAt }: ImportFile): number {
  return startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : 0;
}

/** Figures and errors of each file; those with errors stand open. */
function FileDetails({ of: one }: { of: Import }) {
  const { t } = useTranslation('sources');
  const told = one.files.filter(({ counts }) => counts.rows > 0);
  if (told.length === 0) return null;
  const faulty = told.filter(({ problems, doubts }) => problems.length + doubts.length > 0);
  return (
    <Accordion multiple variant="separated" key={one.state} defaultValue={faulty.map(({ id }) => id)}>
      {told.map((file) => (
        <Accordion.Item key={file.id} value={file.id}>
          <Accordion.Control>
            <Text component="span" fw={550} mr="sm" style={{ overflowWrap: 'anywhere' }}>
              {file.fileName}
            </Text>
            {file.counts.rejected > 0 && (
              <Badge color="red">{t('files.rejected', { count: file.counts.rejected })}</Badge>
            )}
          </Accordion.Control>
          <Accordion.Panel>
            <Stack gap="md">
              <Doubts of={file} />
              <ImportCounts of={file} />
              <ProblemTable of={file} importId={one.id} />
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
