import { Button, Divider, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { oidcQuery, useOidcStart } from '../oidc';

/** Only where the operator named a sign-in of the company. */
export function OidcButton() {
  const { t } = useTranslation('access');
  const { data: name } = useQuery(oidcQuery);
  const start = useOidcStart();
  if (!name) return null;
  return (
    <Stack gap="md" mt="md">
      <Divider label={t('oidc.or')} />
      {start.error && <ErrorState error={start.error} />}
      <Button variant="default" loading={start.isPending} onClick={() => start.mutate()} fullWidth>
        {t('oidc.button', { name })}
      </Button>
    </Stack>
  );
}
