import { Alert, Code, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useJob } from '@/shared/api/job';
import { useFormat } from '@/shared/lib/use-format';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { JobProgress } from '@/shared/ui/job-progress';
import { type DamagedCell, isVerifyReport, type VerifyReport } from '../verify-report';

/** The comparison while it runs, and what it found. */
export function Verification({ jobId }: { jobId: string }) {
  const { t } = useTranslation('warehouse');
  const { data: job } = useJob(jobId);
  const report = job?.state === 'done' && isVerifyReport(job.result) ? job.result : null;
  return (
    <Stack gap="md">
      <JobProgress id={jobId} title={t('verify.title')} />
      {report && (report.equal ? <Faithful report={report} /> : <Damages report={report} />)}
    </Stack>
  );
}

function Faithful({ report }: { report: VerifyReport }) {
  const { t } = useTranslation('warehouse');
  const format = useFormat();
  const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <Alert color="pine" icon={<IconCircleCheck />} title={t('verify.equal')}>
      {t('verify.equalText', { count: rows, rows: format.number(rows) })}
    </Alert>
  );
}

function useColumns(): Column<DamagedCell>[] {
  const { t } = useTranslation('warehouse');
  return [
    { id: 'table', header: t('tables.table'), cell: ({ table }) => <Code>{table}</Code> },
    { id: 'key', header: t('verify.key'), align: 'right', cell: ({ key }) => key },
    { id: 'column', header: t('verify.column'), cell: ({ column, damage }) => column ?? t(`verify.${damage}`) },
    { id: 'postgres', header: t('verify.postgres'), cell: ({ postgres }) => postgres ?? '—' },
    { id: 'mirror', header: t('verify.mirror'), cell: ({ mirror }) => mirror ?? '—' },
  ];
}

function Damages({ report }: { report: VerifyReport }) {
  const { t } = useTranslation('warehouse');
  const columns = useColumns();
  return (
    <Stack gap="md">
      <Alert color="red" icon={<IconAlertTriangle />} title={t('verify.differs')}>
        {t('verify.differsText')}
      </Alert>
      <DataTable
        label={t('verify.differs')}
        rows={report.damages}
        rowKey={(cell) => `${cell.table}/${cell.key}/${cell.column ?? ''}`}
        columns={columns}
        empty={null}
      />
      {report.more && <Text c="dimmed">{t('verify.more')}</Text>}
    </Stack>
  );
}
