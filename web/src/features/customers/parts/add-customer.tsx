import { Button, Collapse, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { useGo, useUrlSearch } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone } from '@/shared/ui/notify';
import { TextLink } from '@/shared/ui/route-link';
import { attributesQuery, useAddCustomer, type CustomerFields } from '../edit-customer';
import { useFieldSight } from '../field-rights';
import { changes } from '../profile-draft';
import { isTag } from '../tags';
import { AttributeInput } from './attribute-input';

/** Opens the dialog by the address, so that the palette can, too. */
export function AddCustomer() {
  const { t } = useTranslation('customers');
  const [search, setSearch] = useUrlSearch();
  const close = () => setSearch({ add: undefined });
  return (
    <>
      <Button leftSection={<IconUserPlus size={16} />} onClick={() => setSearch({ add: '1' })}>
        {t('add.open')}
      </Button>
      <Modal opened={search['add'] === '1'} onClose={close} title={<Text fw={620}>{t('add.title')}</Text>}>
        <AddForm close={close} />
      </Modal>
    </>
  );
}

const nobody: Record<string, string> = { fullName: '', email: '', phone: '', city: '' };

function AddForm({ close }: { close: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const go = useGo();
  const add = useAddCustomer();
  const { edits } = useFieldSight();
  const beside = useFieldProblem();
  const form = useForm({
    initialValues: nobody,
    validate: {
      fullName: (_, { fullName = '', email = '', phone = '' }) => ((fullName + email + phone).trim() ? null : t('add.needed')),
    },
  });
  const existing = isProblem(add.error, 'CUSTOMER_EXISTS') ? String(add.error.params['id'] ?? '') : '';
  const save = (values: typeof nobody) => {
    const said: CustomerFields = changes({}, values) ?? {};
    add.mutate(said, {
      onSuccess: (card) => {
        notifyDone(t('add.done'));
        go(`/customers/${card.id}`);
      },
      onError: (error) => beside(error, form),
    });
  };
  const refusedBesideNoField = add.error && Object.keys(form.errors).length === 0;
  return (
    <form noValidate onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        {refusedBesideNoField && <ErrorState error={add.error} />}
        <TextInput label={t('field.name')} autoComplete="off" data-autofocus {...form.getInputProps('fullName')} />
        {edits('email') && <TextInput label={t('field.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />}
        {edits('phone') && <TextInput label={t('field.phone')} type="tel" autoComplete="off" {...form.getInputProps('phone')} />}
        {edits('city') && <TextInput label={t('field.town')} autoComplete="off" {...form.getInputProps('city')} />}
        <More form={form} />
        {existing && (
          <TextLink href={'/customers/' + existing} size="sm">
            {t('add.openExisting')}
          </TextLink>
        )}
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {t('add.hint')}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('add.save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/** The company's own fields, for whoever knows more at once. */
function More({ form }: { form: UseFormReturnType<typeof nobody> }) {
  const { t } = useTranslation('customers');
  const [opened, { toggle }] = useDisclosure(false);
  const attributes = (useQuery(attributesQuery).data ?? []).filter(({ key, editable }) => editable && !isTag(key));
  if (attributes.length === 0) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        aria-expanded={opened}
        rightSection={<IconChevronDown size={14} />}
        onClick={toggle}
      >
        {t('attributes.more')}
      </Button>
      <Collapse expanded={opened}>
        <Stack gap="xs">
          {attributes.map((attribute) => (
            <AttributeInput
              key={attribute.key}
              attribute={attribute}
              value={form.values[`attributes.${attribute.key}`] ?? ''}
              error={form.errors[`attributes.${attribute.key}`]}
              onChange={(value) => form.setValues({ [`attributes.${attribute.key}`]: value })}
            />
          ))}
        </Stack>
      </Collapse>
    </>
  );
}
