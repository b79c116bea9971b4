import { Button, Stack } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { isClosed, passkeysKnown, usePasskeySignIn } from '../passkeys';

/** For whoever has a passkey: the browser asks which. */
export function PasskeyButton() {
  const { t } = useTranslation('access');
  const signIn = usePasskeySignIn();
  if (!passkeysKnown()) return null;
  return (
    <Stack gap="md" mt="md">
      {signIn.error && !isClosed(signIn.error) && <ErrorState error={signIn.error} />}
      <Button
        variant="default"
        fullWidth
        leftSection={<IconFingerprint size={16} />}
        loading={signIn.isPending}
        onClick={() => signIn.mutate()}
      >
        {t('passkeys.signIn')}
      </Button>
    </Stack>
  );
}
