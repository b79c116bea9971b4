import { Button, Group, NumberInput, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone } from '@/shared/ui/notify';
import { formOf, useChangeSending, type SendingForm, type SendingSettings } from '../sending';
import { ServerFields } from './server-fields';

const exampleAddress = 'news@example.com';

export function SendingSettingsForm({ settings }: { settings: SendingSettings }) {
  const { t } = useTranslation(['channels', 'shared']);
  const change = useChangeSending();
  const fieldProblem = useFieldProblem();
  const form = useForm<SendingForm>({
    initialValues: formOf(settings),
    validate: {
      host: (value, { server }) => (server === 'smtp' && !value.trim() ? t('sending.hostNeeded') : null),
      fromAddress: (value, { server }) => (server === 'smtp' && !value.trim() ? t('sending.fromNeeded') : null),
    },
  });
  const save = (values: SendingForm) =>
    change.mutate(values, {
      onSuccess: (saved) => {
        form.setValues(formOf(saved));
        notifyDone(t('shared:saved'));
      },
      onError: (error) => fieldProblem(error, form),
    });
  const unplaced = change.error && Object.keys(form.errors).length === 0;
  const named = form.values.server === 'smtp';
  return (
    <form noValidate onSubmit={form.onSubmit(save)}>
      <Stack gap="lg">
        {unplaced && <ErrorState error={change.error} />}
        <Radio.Group label={t('sending.server')} {...form.getInputProps('server')}>
          <Stack gap="xs" mt="xs">
            <Radio value="builtin" label={t('sending.builtin')} description={t('sending.builtinHint')} />
            <Radio value="smtp" label={t('sending.smtp')} description={t('sending.smtpHint')} />
          </Stack>
        </Radio.Group>
        {named && <ServerFields form={form} passwordSet={settings.smtp?.passwordSet ?? false} />}
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
          <TextInput label={t('sending.fromName')} {...form.getInputProps('fromName')} />
          <TextInput
            label={t('sending.fromAddress')}
            placeholder={exampleAddress}
            type="email"
            required={named}
            {...form.getInputProps('fromAddress')}
          />
          <TextInput label={t('sending.replyTo')} type="email" {...form.getInputProps('replyTo')} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
          <NumberInput
            label={t('sending.connections')}
            min={1}
            max={100}
            allowDecimal={false}
            {...form.getInputProps('connections')}
          />
          <NumberInput
            label={t('sending.perMinute')}
            placeholder={t('sending.perMinuteNone')}
            min={1}
            allowDecimal={false}
            {...form.getInputProps('perMinute')}
          />
          <NumberInput
            label={t('sending.domainConnections')}
            placeholder={t('sending.perMinuteNone')}
            min={1}
            max={100}
            allowDecimal={false}
            {...form.getInputProps('domainConnections')}
          />
          <NumberInput
            label={t('sending.domainPerMinute')}
            placeholder={t('sending.perMinuteNone')}
            min={1}
            allowDecimal={false}
            {...form.getInputProps('domainPerMinute')}
          />
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {t('sending.domainHint')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('sending.window', { count: settings.duplicateWindow })}
        </Text>
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('shared:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
