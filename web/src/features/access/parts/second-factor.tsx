import { Alert, Button, Center, Code, Group, Modal, PasswordInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionKey, useSession } from '@/shared/api/session';
import { ErrorState } from '@/shared/ui/error-state';
import { SecretText } from '@/shared/ui/secret-text';
import { useBeginSecondFactor, useConfirmSecondFactor, useRemoveSecondFactor } from '../second-factor';
import { QrCode } from './qr-code';

/** An authenticator app beside the password: set up, or taken off again. */
export function SecondFactor() {
  const { t } = useTranslation('access');
  const set = useSession()?.user.secondFactor === true;
  const [opened, { open, close }] = useDisclosure(false);
  const title = t(set ? 'secondFactor.remove' : 'secondFactor.setUp');
  return (
    <Stack gap="sm" align="flex-start">
      <Text c="dimmed">{t(set ? 'secondFactor.on' : 'secondFactor.off')}</Text>
      <Button variant="default" onClick={open}>
        {title}
      </Button>
      <Modal opened={opened} onClose={close} title={<Text fw={620}>{title}</Text>}>
        {set ? <Remove close={close} /> : <SetUp close={close} />}
      </Modal>
    </Stack>
  );
}

function Remove({ close }: { close: () => void }) {
  const { t } = useTranslation('access');
  const remove = useRemoveSecondFactor();
  return (
    <PasswordStep
      submit={(password) => remove.mutate(password, { onSuccess: close })}
      error={remove.error}
      loading={remove.isPending}
      verb={t('secondFactor.remove')}
    />
  );
}

/** Password, then the code of the app, then the recovery codes, which are shown this once. */
function SetUp({ close }: { close: () => void }) {
  const { t } = useTranslation('access');
  const client = useQueryClient();
  const begin = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  if (confirm.data) {
    const done = () => {
      close();
      void client.invalidateQueries({ queryKey: sessionKey });
    };
    return <RecoveryCodes codes={confirm.data} done={done} />;
  }
  if (begin.data) {
    return (
      <Stack gap="md">
        <Text>{t('secondFactor.scan')}</Text>
        <Center>
          <QrCode text={begin.data.uri} label={t('secondFactor.qr')} />
        </Center>
        <SecretText label={t('secondFactor.secret')} value={begin.data.secret} />
        <CodeStep submit={(code) => confirm.mutate(code)} error={confirm.error} loading={confirm.isPending} />
      </Stack>
    );
  }
  return (
    <PasswordStep
      submit={(password) => begin.mutate(password)}
      error={begin.error}
      loading={begin.isPending}
      verb={t('secondFactor.next')}
    />
  );
}

type StepProps = { submit: (value: string) => void; error: unknown; loading: boolean };

function PasswordStep({ submit, error, loading, verb }: StepProps & { verb: string }) {
  const { t } = useTranslation('access');
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value === '' ? t('password.currentNeeded') : null) },
  });
  return (
    <Step onSubmit={form.onSubmit(({ password }) => submit(password))} error={error} loading={loading} verb={verb}>
      <PasswordInput
        label={t('password.current')}
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('password')}
      />
    </Step>
  );
}

function CodeStep({ submit, error, loading }: StepProps) {
  const { t } = useTranslation('access');
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (value) => (/^\d{6}$/.test(value.replaceAll(' ', '')) ? null : t('secondFactor.codeNeeded')) },
  });
  const send = form.onSubmit(({ code }) => submit(code.replaceAll(' ', '')));
  return (
    <Step onSubmit={send} error={error} loading={loading} verb={t('secondFactor.setUp')}>
      <TextInput
        label={t('secondFactor.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        {...form.getInputProps('code')}
      />
    </Step>
  );
}

type FrameProps = { onSubmit: () => void; error: unknown; loading: boolean; verb: string; children: ReactNode };

function Step({ onSubmit, error, loading, verb, children }: FrameProps) {
  return (
    <form noValidate onSubmit={onSubmit}>
      <Stack gap="md">
        {error ? <ErrorState error={error} /> : null}
        {children}
        <Group justify="flex-end">
          <Button type="submit" loading={loading}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function RecoveryCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const { t } = useTranslation('access');
  return (
    <Stack gap="md">
      <Alert color="sunflower">{t('secondFactor.recovery')}</Alert>
      <SimpleGrid cols={2} spacing="xs">
        {codes.map((code) => (
          <Code key={code} fz="sm">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group justify="flex-end">
        <Button onClick={done}>{t('secondFactor.kept')}</Button>
      </Group>
    </Stack>
  );
}
