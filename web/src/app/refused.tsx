import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Permission } from '@/shared/api/permission';
import { EmptyState } from '@/shared/ui/empty-state';
import { Page } from '@/shared/ui/page';

/** In place of a screen that one's role does not include. */
export function RefusedPage({ need }: { need: Permission }) {
  const { t } = useTranslation('access');
  return (
    <Page title={t('refused.title')}>
      <EmptyState icon={IconLock} title={t('refused.title')}>
        {t('refused.text', { right: t(`permissions.${need}`) })}
      </EmptyState>
    </Page>
  );
}
