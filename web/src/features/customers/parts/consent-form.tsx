import { ActionIcon, Alert, Button, Group, Modal, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { consentsQuery } from '../customer-card';
import { useRecordConsent, type ConsentByHand } from '../edit-customer';
import { useStopWhy } from './stop-lines';

const channels = ['email', 'sms', 'phone', 'telegram', 'push'];
const purposes = ['marketing', 'service'];
const ways = ['in_person', 'phone', 'written', 'email', 'other'];

/** Writes down what the customer told somebody of ours. Evidence is never taken back, so it is asked for with care. */
export function ConsentForm({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <ActionIcon variant="subtle" aria-label={t('consentForm.open')} onClick={open}>
        <IconPencil size={16} />
      </ActionIcon>
      <Modal opened={opened} onClose={close} title={<Text fw={620}>{t('consentForm.title')}</Text>}>
        <Fields id={id} close={close} />
      </Modal>
    </>
  );
}

const granted = { action: 'granted', channel: 'email', purpose: 'marketing', how: 'in_person', note: '' };

function Fields({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const record = useRecordConsent(id);
  const beside = useFieldProblem();
  const onError = useNotifyProblem();
  const form = useForm({
    initialValues: granted,
    validate: { note: (note) => (note.trim() ? null : t('consentForm.noteNeeded')) },
  });
  const choice = (name: 'channel' | 'purpose' | 'how', codes: string[], texts: string) => (
    <Select
      label={t(`consentForm.${name}`)}
      allowDeselect={false}
      data={codes.map((value) => ({ value, label: t(`${texts}.${value}`) }))}
      {...form.getInputProps(name)}
    />
  );
  const save = (told: ConsentByHand) =>
    record.mutate(told, {
      onSuccess: ({ standing, stopped }) => {
        notifyDone(t(stopped && standing === 'GRANTED' ? 'stop.done' : 'consentForm.done'));
        close();
      },
      onError: (error) => beside(error, form) || onError(error),
    });
  return (
    <form noValidate onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        <SegmentedControl
          fullWidth
          data={['granted', 'withdrawn'].map((value) => ({ value, label: t(`consentForm.${value}`) }))}
          {...form.getInputProps('action')}
        />
        {choice('channel', channels, 'channel')}
        {form.values.action === 'granted' && <StopWarning id={id} channel={form.values.channel} />}
        {choice('purpose', purposes, 'purpose')}
        {choice('how', ways, 'how')}
        <Textarea
          label={t('consentForm.note')}
          description={t('consentForm.noteHint')}
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          {...form.getInputProps('note')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('shared:cancel')}
          </Button>
          <Button type="submit" loading={record.isPending}>
            {t('consentForm.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Said before it is written down: a consent does not lift a stop. */
function StopWarning({ id, channel }: { id: string; channel: string }) {
  const { t } = useTranslation('customers');
  const why = useStopWhy();
  const { data } = useQuery(consentsQuery(id));
  const used = data?.standings.find((one) => one.channel === channel)?.stopped ?? true;
  const stop = data?.stops.find((one) => one.channel === channel);
  if (!used || !stop) return null;
  return (
    <Alert color="red" variant="light">
      {t('stop.warn', { why: why(stop) })}
    </Alert>
  );
}
