import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { JobProgress } from '@/shared/ui/job-progress';
import { DateText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { RouteLink } from '@/shared/ui/route-link';
import { importQuery, isUnderway, type Import } from '../imports';
import { Failure } from '../parts/failure';
import { FileResults } from '../parts/file-results';
import { ImportState } from '../parts/import-state';
import { Undo } from '../parts/undo';

export function ImportPage() {
  const { t } = useTranslation('sources');
  const { data: one, error, refetch } = useQuery(importQuery(usePathParam('id')));
  return (
    <Page
      title={one?.files[0]?.source ?? t('one.title')}
      description={one && <Facts of={one} />}
      crumbs={[{ label: t('title'), href: '/imports' }]}
      beside={one && <ImportState of={one} />}
      actions={one && <GoOn of={one} />}
    >
      {error && !one && <ErrorState error={error} onRetry={() => void refetch()} />}
      {one && (
        <Stack gap="md">
          <Standing of={one} onOver={() => void refetch()} />
          <FileResults of={one} />
          <Undo of={one} />
        </Stack>
      )}
    </Page>
  );
}

function Facts({ of: { files, createdAt } }: { of: Import }) {
  const { t } = useTranslation('sources');
  const [first] = files;
  const one = files.length === 1 && first;
  return (
    <Group gap={6} fz="sm" style={{ overflowWrap: 'anywhere' }}>
      <span>{one ? t(`kind.${one.kind}`) : t('files.count', { count: files.length })}</span>
      {one && (
        <>
          <span aria-hidden>·</span>
          <span>{one.fileName}</span>
        </>
      )}
      <span aria-hidden>·</span>
      <DateText value={createdAt} />
    </Group>
  );
}

/** The work while it goes on, and what its end means for the data. */
function Standing({ of: one, onOver }: { of: Import; onOver: () => void }) {
  const { t } = useTranslation('sources');
  if (isUnderway(one)) {
    return (
      <Stack gap={6}>
        <JobProgress
          id={one.jobId}
          title={t(one.dryRun ? 'trial.running' : 'one.running')}
          unit="bytes"
          onOver={onOver}
        />
        <Text size="sm" c="dimmed">
          {t(one.dryRun ? 'trial.text' : 'one.stopping')}
        </Text>
      </Stack>
    );
  }
  const word = one.dryRun ? 'trial.text' : one.state === 'done' ? null : 'one.kept';
  return (
    <>
      <Failure of={one} />
      {word && (
        <Alert icon={<IconInfoCircle size={18} />} color="sunflower">
          <Text size="sm">{t(word)}</Text>
        </Alert>
      )}
    </>
  );
}

function GoOn({ of: one }: { of: Import }) {
  const { t } = useTranslation('sources');
  if (isUnderway(one)) return null;
  const full = one.state === 'done' && !one.dryRun;
  return (
    <>
      <Button component={RouteLink} href="/imports/new" variant="default">
        {t(full ? 'one.another' : 'one.again')}
      </Button>
      {full && (
        <>
          <Button component={RouteLink} href="/customers" variant="default">
            {t('one.customers')}
          </Button>
          {one.files.some(({ counts }) => counts.orders > 0) && (
            <Button component={RouteLink} href="/rfm">
              {t('one.rfm')}
            </Button>
          )}
        </>
      )}
    </>
  );
}
