import { Alert, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { JobProgress } from '@/shared/ui/job-progress';
import { ProblemError } from '@/shared/api/problem';
import { importQuery, isUnderway } from '../imports';
import { Doubts } from './file-form-bar';
import { ImportCounts } from './import-counts';
import { ProblemTable } from './problem-table';

/** What the import would do, found out without writing. */
export function Trial({ id, outdated }: { id: string; outdated: boolean }) {
  const { t } = useTranslation('sources');
  const { data: trial, error, refetch } = useQuery(importQuery(id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!trial) return null;
  if (isUnderway(trial)) {
    return <JobProgress id={trial.jobId} title={t('trial.running')} unit="bytes" onOver={() => void refetch()} />;
  }
  if (trial.failure) return <ErrorState error={new ProblemError(0, trial.failure)} />;
  return (
    <Stack gap="md" component="section" aria-label={t('trial.title')}>
      <Alert icon={<IconInfoCircle size={18} />} title={t('trial.title')} color={outdated ? 'sunflower' : 'pine'}>
        <Text size="sm">{t(outdated ? 'trial.outdated' : 'trial.text')}</Text>
      </Alert>
      <Doubts of={trial} />
      <ImportCounts of={trial} />
      <ProblemTable of={trial} />
    </Stack>
  );
}
