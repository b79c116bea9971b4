import { ActionIcon, Badge, Button, Group, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSourceName } from '@/shared/lib/source-name';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { DateText } from '@/shared/ui/numbers';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { type CustomerCard } from '../customer-card';
import { useChangeCustomer, useRemoveContact } from '../edit-customer';
import { Panel } from './panel';
import { StopLines } from './stop-lines';

type Contact = CustomerCard['contacts'][number];

/** Addresses with where they come from and how old that word is. */
export function ContactsPanel({ card }: { card: CustomerCard }) {
  const { t } = useTranslation('customers');
  const [adding, { open, close }] = useDisclosure(false);
  return (
    <Panel
      title={t('card.contacts')}
      beside={
        <ActionIcon variant="subtle" aria-label={t('edit.addContact')} onClick={open}>
          <IconPlus size={16} />
        </ActionIcon>
      }
    >
      {card.contacts.length === 0 && <Text c="dimmed">{t('card.noContacts')}</Text>}
      {card.contacts.map((contact) => (
        <ContactLine key={`${contact.kind} ${contact.value} ${contact.source}`} id={card.id} contact={contact} />
      ))}
      {adding && <NewContact id={card.id} close={close} />}
    </Panel>
  );
}

const validityColors: Record<string, string> = { valid: 'pine', invalid: 'red', unchecked: 'gray' };

function ContactLine({ id, contact }: { id: string; contact: Contact }) {
  const sourceName = useSourceName();
  const { t } = useTranslation('customers');
  const invalid = contact.validity === 'invalid';
  return (
    <div>
      <Group justify="space-between" gap={4}>
        <Text size="sm" fw={550} maw="100%" style={{ overflowWrap: 'anywhere' }} td={invalid ? 'line-through' : undefined}>
          {contact.value}
        </Text>
        <Group gap={4} wrap="nowrap" ml="auto">
          <Tooltip label={contact.invalidReason ?? t(`validityHint.${contact.validity}`)}>
            <Badge variant="light" color={validityColors[contact.validity] ?? 'gray'} style={{ flexShrink: 0 }}>
              {t(`validity.${contact.validity}`)}
            </Badge>
          </Tooltip>
          {!invalid && <RemoveContact id={id} contact={contact} />}
        </Group>
      </Group>
      <StopLines id={id} address={contact.value} />
      <Text size="xs" c="dimmed">
        {t('card.confirmed', { source: sourceName(contact.source) })} <DateText value={contact.confirmedAt} as="relative" />
      </Text>
    </div>
  );
}

function RemoveContact({ id, contact: { kind, value } }: { id: string; contact: Contact }) {
  const { t } = useTranslation('customers');
  const remove = useRemoveContact(id);
  const change = useChangeCustomer(id);
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  if (kind !== 'email' && kind !== 'phone') return null;
  const back = () => change.mutate({ [kind]: value }, { onError });
  const run = () =>
    remove.mutate({ kind, value }, { onSuccess: () => notifyUndo(t('edit.removed', { value }), back), onError });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={t('edit.remove', { value })}
      loading={remove.isPending}
      onClick={run}
    >
      <IconX size={14} />
    </ActionIcon>
  );
}

function NewContact({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const change = useChangeCustomer(id);
  const remove = useRemoveContact(id);
  const beside = useFieldProblem();
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  useHotkeys([['Escape', close]], []);
  const form = useForm({ initialValues: { email: '', phone: '' } });
  const save = (values: { email: string; phone: string }) => {
    const said = Object.entries(values).filter(([, value]) => value.trim() !== '');
    if (said.length === 0) return close();
    const undo = () => said.forEach(([kind, value]) => remove.mutate({ kind, value: value.trim() }, { onError }));
    change.mutate(Object.fromEntries(said), {
      onSuccess: () => {
        notifyUndo(t('edit.saved'), undo);
        close();
      },
      onError: (error) => beside(error, form) || onError(error),
    });
  };
  return (
    <form noValidate onSubmit={form.onSubmit(save)}>
      <Stack gap="xs">
        <TextInput size="xs" label={t('field.email')} type="email" autoFocus {...form.getInputProps('email')} />
        <TextInput size="xs" label={t('field.phone')} type="tel" {...form.getInputProps('phone')} />
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={close}>
            {t('shared:cancel')}
          </Button>
          <Button size="xs" type="submit" loading={change.isPending}>
            {t('shared:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
