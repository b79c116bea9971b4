import { Button, Center, Loader, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo, useUrlSearch } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { useOidcFinish } from '../oidc';
import { GateFrame } from '../parts/gate-frame';

/** Where the company's own sign-in sends the browser back to. */
export function SignedInPage() {
  const { t } = useTranslation('access');
  const [{ code = '', state = '' }] = useUrlSearch();
  const { mutate, error } = useOidcFinish();
  const go = useGo();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate({ code, state }, { onSuccess: () => go('/', { replace: true }) });
  }, [code, state, mutate, go]);
  return (
    <GateFrame title={t('signIn.title')} text={t('signIn.text')}>
      {error ? (
        <Stack gap="md">
          <ErrorState error={error} />
          <Button variant="default" onClick={() => go('/', { replace: true })}>
            {t('oidc.back')}
          </Button>
        </Stack>
      ) : (
        <Center>
          <Loader type="dots" />
        </Center>
      )}
    </GateFrame>
  );
}
