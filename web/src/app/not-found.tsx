import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { RouteLink } from '@/shared/ui/route-link';

export function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <EmptyState
      icon={IconMapQuestion}
      title={t('notFound.title')}
      action={
        <Button component={RouteLink} href="/">
          {t('notFound.home')}
        </Button>
      }
    >
      {t('notFound.text')}
    </EmptyState>
  );
}
