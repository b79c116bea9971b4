import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { useGo } from '@/shared/lib/url';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { type CustomerCard } from '../customer-card';
import { useErase } from '../person';

type ErasePersonProps = { card: CustomerCard; opened: boolean; close: () => void };

/** Cannot be undone, so it says what goes and what stays, and asks for a name typed by hand. */
export function ErasePerson({ card, opened, close }: ErasePersonProps) {
  const { t } = useTranslation('customers');
  return (
    <Modal opened={opened} onClose={close} size="lg" title={<Text fw={620}>{t('person.eraseTitle')}</Text>}>
      <Stack gap="sm">
        <Facts title={t('person.goes')} facts={['profile', 'history', 'messages', 'files']} />
        <Facts title={t('person.stays')} facts={['orders', 'hashes', 'evidence', 'backups']} />
        <Confirmation card={card} close={close} />
      </Stack>
    </Modal>
  );
}

function Facts({ title, facts }: { title: string; facts: string[] }) {
  const { t } = useTranslation('customers');
  return (
    <div>
      <Text size="sm" fw={550}>
        {title}
      </Text>
      <List size="sm">
        {facts.map((fact) => (
          <List.Item key={fact}>{t(`person.fact.${fact}`)}</List.Item>
        ))}
      </List>
    </div>
  );
}

function Confirmation({ card, close }: { card: CustomerCard; close: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const go = useGo();
  const erase = useErase(card.id);
  const beside = useFieldProblem();
  const onError = useNotifyProblem();
  const form = useForm({ initialValues: { confirmation: '' } });
  const wanted = card.name || card.email || card.phone || card.externalIds[0]?.value || card.id;
  const run = ({ confirmation }: { confirmation: string }) =>
    erase.mutate(confirmation, {
      onSuccess: () => {
        notifyDone(t('person.erased'));
        go('/customers');
      },
      onError: (error) => beside(error, form) || onError(error),
    });
  return (
    <form noValidate onSubmit={form.onSubmit(run)}>
      <Stack gap="sm">
        <TextInput
          label={t('person.confirm', { wanted })}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('confirmation')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('shared:cancel')}
          </Button>
          <Button
            type="submit"
            color="red.8"
            loading={erase.isPending}
            disabled={form.getValues().confirmation.trim() === ''}
          >
            {t('person.eraseForGood')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
