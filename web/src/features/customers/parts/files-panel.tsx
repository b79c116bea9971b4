import { ActionIcon, Anchor, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { DateText } from '@/shared/ui/numbers';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { Permitted } from '@/shared/ui/permitted';
import { fileHref, filesQuery, useAddFile, useRemoveFile, useRestoreFile, type CardFile } from '../card-files';
import { Panel } from './panel';

/** Contracts, photos and letters. */
export function FilesPanel({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const files = useQuery(filesQuery(id)).data ?? [];
  const add = useAddFile(id);
  const onError = useNotifyProblem();
  const choose = (
    <Permitted need="customers.edit">
      <FileButton onChange={(file) => file && add.mutate(file, { onError })}>
        {(props) => (
          <Button
            {...props}
            size="compact-sm"
            variant="default"
            leftSection={<IconPaperclip size={14} />}
            loading={add.isPending}
          >
            {t('files.add')}
          </Button>
        )}
      </FileButton>
    </Permitted>
  );
  return (
    <Panel title={t('files.title')} beside={choose}>
      {files.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('files.none')}
        </Text>
      )}
      <Stack gap={4}>
        {files.map((file) => (
          <FileRow key={file.id} id={id} file={file} />
        ))}
      </Stack>
    </Panel>
  );
}

function FileRow({ id, file }: { id: string; file: CardFile }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const remove = useRemoveFile(id);
  const restore = useRestoreFile(id);
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  const back = () => restore.mutate(file.id, { onError });
  const run = () =>
    remove.mutate(file.id, { onSuccess: () => notifyUndo(t('files.removed', { name: file.name }), back), onError });
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Stack gap={0} style={{ minWidth: 0 }}>
        <Anchor size="sm" href={fileHref(id, file.id)} download truncate>
          {file.name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {format.bytes(file.size)} · <DateText value={file.at} as="date" />
        </Text>
      </Stack>
      <Permitted need="customers.edit">
        <ActionIcon variant="subtle" color="gray" aria-label={t('files.remove', { name: file.name })} onClick={run}>
          <IconTrash size={16} />
        </ActionIcon>
      </Permitted>
    </Group>
  );
}
