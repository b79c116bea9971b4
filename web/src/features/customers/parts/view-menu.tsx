import { Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { type ListView } from '../list-view';
import { useForgetView, useKeepView, viewsQuery, type CustomerView } from '../views';

type ViewMenuProps = { view: ListView; open: (view: CustomerView) => void };

/** Views that somebody kept: one click opens one. */
export function ViewMenu({ view, open }: ViewMenuProps) {
  const { t } = useTranslation('customers');
  const views = useQuery(viewsQuery).data ?? [];
  const [naming, { open: name, close }] = useDisclosure(false);
  return (
    <>
      <Menu shadow="md" position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} />}>
            {t('views.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((kept) => (
            <Menu.Item key={kept.id} onClick={() => open(kept)}>
              {kept.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={name}>
            {t('views.keep')}
          </Menu.Item>
          {views.map((kept) => (
            <ForgetItem key={kept.id} view={kept} />
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={naming} onClose={close} title={<Text fw={620}>{t('views.keep')}</Text>}>
        <NameForm view={view} close={close} />
      </Modal>
    </>
  );
}

function ForgetItem({ view }: { view: CustomerView }) {
  const { t } = useTranslation('customers');
  const forget = useForgetView();
  const keep = useKeepView();
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  const { name, rule, columns, order, descending } = view;
  const back = () => keep.mutate({ name, columns, order, descending, ...(rule && { rule }) }, { onError });
  const run = () =>
    forget.mutate(view.id, { onSuccess: () => notifyUndo(t('views.forgotten', { name }), back), onError });
  return (
    <Menu.Item c="red" leftSection={<IconTrash size={14} />} onClick={run}>
      {t('views.forget', { name })}
    </Menu.Item>
  );
}

function NameForm({ view, close }: { view: ListView; close: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const keep = useKeepView();
  const beside = useFieldProblem();
  const onError = useNotifyProblem();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() ? null : t('views.nameNeeded')) },
  });
  const { rule, columns, order, descending } = view;
  const save = ({ name }: { name: string }) =>
    keep.mutate(
      { name: name.trim(), columns, order, descending, ...(rule && { rule }) },
      { onSuccess: close, onError: (error) => beside(error, form) || onError(error) },
    );
  return (
    <form noValidate onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        <TextInput label={t('views.name')} maxLength={120} data-autofocus {...form.getInputProps('name')} />
        <Group justify="flex-end">
          <Button type="submit" loading={keep.isPending}>
            {t('shared:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
