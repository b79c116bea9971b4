import { Alert, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { JobProgress } from '@/shared/ui/job-progress';
import { importQuery, isUnderway } from '../imports';
import { Failure } from './failure';
import { FileResults } from './file-results';

/** What the import would do, found out without writing. */
export function Trial({ id, outdated }: { id: string; outdated: boolean }) {
  const { t } = useTranslation('sources');
  const { data: trial, error, refetch } = useQuery(importQuery(id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!trial) return null;
  if (isUnderway(trial)) {
    return <JobProgress id={trial.jobId} title={t('trial.running')} unit="bytes" onOver={() => void refetch()} />;
  }
  if (trial.failure) return <Failure of={trial} />;
  return (
    <Stack gap="md" component="section" aria-label={t('trial.title')}>
      <Alert icon={<IconInfoCircle size={18} />} title={t('trial.title')} color={outdated ? 'sunflower' : 'pine'}>
        <Text size="sm">{t(outdated ? 'trial.outdated' : 'trial.text')}</Text>
      </Alert>
      <FileResults of={trial} />
    </Stack>
  );
}
