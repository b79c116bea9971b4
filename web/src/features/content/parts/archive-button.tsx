import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { Permitted } from '@/shared/ui/permitted';
import { useArchiveTemplate, type Template } from '../templates';

/** Done at once, with an undo beside it. */
export function ArchiveButton({ template: { id, archived, draft } }: { template: Template }) {
  const { t } = useTranslation('content');
  const archive = useArchiveTemplate();
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  const run = () =>
    archive.mutate(
      { id, restore: archived },
      {
        onSuccess: () =>
          notifyUndo(t(archived ? 'editor.restored' : 'editor.archivedNow', { name: draft.name }), () =>
            archive.mutate({ id, restore: !archived }),
          ),
        onError,
      },
    );
  return (
    <Permitted need="content.edit">
      <Button
        variant="default"
        leftSection={archived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
        onClick={run}
        loading={archive.isPending}
      >
        {t(archived ? 'editor.restore' : 'editor.archive')}
      </Button>
    </Permitted>
  );
}
