import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { useDeleteNote, useRestoreNote } from '../tags';

export function DeleteNote({ id, note }: { id: string; note: string }) {
  const { t } = useTranslation('customers');
  const remove = useDeleteNote(id);
  const restore = useRestoreNote(id);
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  const back = () => restore.mutate(note, { onError });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="xs"
      aria-label={t('notes.delete')}
      loading={remove.isPending}
      onClick={() => remove.mutate(note, { onSuccess: () => notifyUndo(t('notes.deleted'), back), onError })}
    >
      <IconTrash size={13} />
    </ActionIcon>
  );
}
