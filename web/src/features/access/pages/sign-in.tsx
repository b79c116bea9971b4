import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { GateFrame } from '../parts/gate-frame';
import { useSignIn } from '../sign-in';

export function SignInPage() {
  const { t } = useTranslation('access');
  const signIn = useSignIn();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('signIn.emailNeeded') : null),
      password: (value) => (value === '' ? t('signIn.passwordNeeded') : null),
    },
  });
  return (
    <GateFrame title={t('signIn.title')} text={t('signIn.text')}>
      <form noValidate onSubmit={form.onSubmit(({ email, password }) => signIn.mutate({ email: email.trim(), password }))}>
        <Stack gap="md">
          {signIn.error && <ErrorState error={signIn.error} />}
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
          <Button type="submit" loading={signIn.isPending} fullWidth>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
    </GateFrame>
  );
}
