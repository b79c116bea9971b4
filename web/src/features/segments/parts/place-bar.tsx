import { Autocomplete, Button, Group, Modal, Paper, Stack, TagsInput, Text } from '@mantine/core';
import { IconFolder, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Segment } from '../segments';
import { retagged, sharedTags, usePlace, useShelf } from '../shelf';

/** What can be done with the chosen ones. */
export function PlaceBar({ chosen, onDone }: { chosen: Segment[]; onDone: () => void }) {
  const { t } = useTranslation('segments');
  const [open, setOpen] = useState<'folder' | 'tags' | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    onDone();
  };
  return (
    <Paper p="xs" role="status">
      <Group gap="xs">
        <Text size="sm">{t('shelf.chosen', { count: chosen.length })}</Text>
        <Button size="compact-sm" variant="default" leftSection={<IconFolder size={14} />} onClick={() => setOpen('folder')}>
          {t('shelf.move')}
        </Button>
        <Button size="compact-sm" variant="default" leftSection={<IconTag size={14} />} onClick={() => setOpen('tags')}>
          {t('shelf.tag')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          {t('shelf.clear')}
        </Button>
      </Group>
      <Modal opened={open === 'folder'} onClose={close} title={t('shelf.moveTitle', { count: chosen.length })}>
        <FolderForm chosen={chosen} onDone={done} />
      </Modal>
      <Modal opened={open === 'tags'} onClose={close} title={t('shelf.tagTitle', { count: chosen.length })}>
        <TagForm chosen={chosen} onDone={done} />
      </Modal>
    </Paper>
  );
}

type FormProps = { chosen: Segment[]; onDone: () => void };

function FolderForm({ chosen, onDone }: FormProps) {
  const { t } = useTranslation('segments');
  const [folder, setFolder] = useState(chosen[0]?.folder ?? '');
  const { data } = useShelf();
  const { place, placing } = usePlace();
  const save = () => place(chosen.map(({ id, tags }) => ({ id, tags, folder: folder.trim() || null })), onDone);
  return (
    <form onSubmit={submitting(save)}>
      <Stack gap="md">
        <Autocomplete
          data-autofocus
          label={t('shelf.folder')}
          description={t('shelf.folderHint')}
          data={data?.folders.map(({ name }) => name) ?? []}
          value={folder}
          onChange={setFolder}
          maxLength={60}
        />
        <Button type="submit" loading={placing} w="fit-content">
          {t('shelf.save')}
        </Button>
      </Stack>
    </form>
  );
}

function TagForm({ chosen, onDone }: FormProps) {
  const { t } = useTranslation('segments');
  const [tags, setTags] = useState(() => sharedTags(chosen));
  const { data } = useShelf();
  const { place, placing } = usePlace();
  return (
    <form onSubmit={submitting(() => place(retagged(chosen, tags), onDone))}>
      <Stack gap="md">
        <TagsInput
          data-autofocus
          label={t('shelf.tags')}
          description={t('shelf.tagsHint')}
          data={data?.tags.map(({ name }) => name) ?? []}
          value={tags}
          onChange={setTags}
          maxTags={20}
          maxLength={60}
          acceptValueOnBlur
        />
        <Button type="submit" loading={placing} w="fit-content">
          {t('shelf.save')}
        </Button>
      </Stack>
    </form>
  );
}

function submitting(save: () => void) {
  return (event: { preventDefault: () => void }) => {
    event.preventDefault();
    save();
  };
}
