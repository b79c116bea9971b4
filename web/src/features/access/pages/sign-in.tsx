import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import { ErrorState } from '@/shared/ui/error-state';
import { GateFrame } from '../parts/gate-frame';
import { OidcButton } from '../parts/oidc-button';
import { PasskeyButton } from '../parts/passkey-button';
import { useSignIn } from '../sign-in';

const isSecondFactor = (error: unknown) =>
  isProblem(error, 'SECOND_FACTOR_NEEDED') || isProblem(error, 'SECOND_FACTOR_REFUSED');

export function SignInPage() {
  const { t } = useTranslation('access');
  const signIn = useSignIn();
  const [asked, setAsked] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '', code: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('signIn.emailNeeded') : null),
      password: (value) => (value === '' ? t('signIn.passwordNeeded') : null),
    },
  });
  const submit = form.onSubmit(({ email, password, code }) =>
    signIn.mutate(
      { email: email.trim(), password, ...(code.trim() !== '' && { code: code.trim() }) },
      { onError: (error) => isSecondFactor(error) && setAsked(true) },
    ),
  );
  return (
    <GateFrame title={t('signIn.title')} text={t('signIn.text')}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {signIn.error && !isProblem(signIn.error, 'SECOND_FACTOR_NEEDED') && <ErrorState error={signIn.error} />}
          <TextInput
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            label={t('email')}
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            name="password"
            autoComplete="current-password"
            label={t('password.label')}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          {asked && (
            <TextInput
              name="code"
              inputMode="text"
              autoComplete="one-time-code"
              autoFocus
              label={t('secondFactor.code')}
              description={t('secondFactor.codeHint')}
              key={form.key('code')}
              {...form.getInputProps('code')}
            />
          )}
          <Button type="submit" loading={signIn.isPending} fullWidth>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
      <PasskeyButton />
      <OidcButton />
    </GateFrame>
  );
}
