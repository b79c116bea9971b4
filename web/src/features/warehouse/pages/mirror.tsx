import { Alert, Button, Code, Stack } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { ErrorState } from '@/shared/ui/error-state';
import { JobProgress } from '@/shared/ui/job-progress';
import { Page } from '@/shared/ui/page';
import { mirrorQuery, useRebuild, useVerify } from '../mirror';
import { MirrorState, MirrorTiles } from '../parts/mirror-tiles';
import { MirrorTables } from '../parts/mirror-tables';
import { Verification } from '../parts/verification';

export function MirrorPage() {
  const { t } = useTranslation('warehouse');
  const { data: mirror, error, refetch } = useQuery(mirrorQuery);
  const [jobs, setJobs] = useUrlSearch(); // a reload keeps following what was started
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: mirrorQuery.queryKey });
  return (
    <Page
      title={t('title')}
      description={t('text')}
      beside={mirror && <MirrorState mirror={mirror} />}
      actions={<Actions verifying={(verify) => setJobs({ verify })} rebuilding={(rebuild) => setJobs({ rebuild })} />}
    >
      {error && !mirror && <ErrorState error={error} onRetry={() => void refetch()} />}
      <Stack gap="md">
        {mirror?.failure && (
          <Alert color="red" title={t('failing')}>
            {t('failingText')}
            <Code block mt="xs">
              {mirror.failure}
            </Code>
          </Alert>
        )}
        <MirrorTiles mirror={mirror} />
        {jobs.rebuild && <JobProgress id={jobs.rebuild} title={t('rebuild.title')} onOver={again} />}
        {jobs.verify && <Verification jobId={jobs.verify} />}
        <MirrorTables mirror={mirror} />
      </Stack>
    </Page>
  );
}

type ActionsProps = { verifying: (jobId: string) => void; rebuilding: (jobId: string) => void };

function Actions({ verifying, rebuilding }: ActionsProps) {
  const { t } = useTranslation('warehouse');
  const verify = useVerify(verifying);
  const rebuild = useRebuild(rebuilding);
  return (
    <>
      <Button leftSection={<IconShieldCheck size={16} />} loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('verify.action')}
      </Button>
      <ConfirmButton
        question={t('rebuild.question')}
        consequence={t('rebuild.consequence')}
        confirm={t('rebuild.action')}
        danger={false}
        loading={rebuild.isPending}
        onConfirm={() => rebuild.mutate()}
      >
        {t('rebuild.action')}
      </ConfirmButton>
    </>
  );
}
