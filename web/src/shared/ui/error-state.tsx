import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/api/use-problem-text';

type ErrorStateProps = { error: unknown; onRetry?: () => void };

/** Says the cause and the remedy, and offers to try again. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation('shared');
  const problem = useProblemText()(error);
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} title={problem.title} role="alert">
      <Stack gap="xs" align="flex-start">
        {problem.remedy && <Text>{problem.remedy}</Text>}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
