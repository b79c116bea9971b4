import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { ErrorState } from '@/shared/ui/error-state';
import { type Import } from '../imports';

/** Why an import stopped, and at which of its files. */
export function Failure({ of: { failure, files, dryRun } }: { of: Import }) {
  const { t } = useTranslation('sources');
  if (!failure) return null;
  const at = files.length > 1 ? files.find(({ state }) => state === 'failed') : undefined;
  return (
    <Stack gap="xs">
      {at && (
        <Text fw={550} c="error">
          {t(dryRun ? 'files.failedTrial' : 'files.failedAt', { name: at.fileName })}
        </Text>
      )}
      <ErrorState error={new ProblemError(0, failure)} />
    </Stack>
  );
}
