import { Button, FileButton, Group, Paper, Progress, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconFileUpload, IconPlus } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { ErrorState } from '@/shared/ui/error-state';
import { useUploadFiles, type Sending } from '../upload-file';
import classes from './file-drop.module.css';

type FileDropProps = {
  onTaken: (ids: string[]) => void;
  /** How many more files there may be. */
  most: number;
  /** A button alone, beside files that are there already. */
  compact?: boolean;
};

/** A place to drop files on, or a button to choose them; then how far they have come. */
export function FileDrop({ onTaken, most, compact = false }: FileDropProps) {
  const { sending, refused, send, stop } = useUploadFiles((previews) => onTaken(previews.map(({ fileId }) => fileId)));
  const onFiles = (files: File[]) => files.length > 0 && send(files.slice(0, most));
  return (
    <Stack gap="md">
      {sending ? (
        <SendingFile {...sending} stop={stop} />
      ) : compact ? (
        <AddFiles onFiles={onFiles} />
      ) : (
        <Zone onFiles={onFiles} />
      )}
      {refused.map(({ name, error }) => (
        <Stack key={name} gap={4}>
          <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <ErrorState error={error} />
        </Stack>
      ))}
    </Stack>
  );
}

type OnFiles = { onFiles: (files: File[]) => void };
const accepted = '.csv,.tsv,.txt,.xlsx,text/csv,text/plain';

function AddFiles({ onFiles }: OnFiles) {
  const { t } = useTranslation('sources');
  return (
    <Group>
      <FileButton multiple onChange={onFiles} accept={accepted}>
        {(props) => (
          <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} />} {...props}>
            {t('upload.add')}
          </Button>
        )}
      </FileButton>
    </Group>
  );
}

function Zone({ onFiles }: OnFiles) {
  const { t } = useTranslation('sources');
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <Paper
      role="group"
      aria-label={t('upload.title')}
      className={classes.zone}
      py={48}
      data-over={over || undefined}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={drop}
    >
      <Stack align="center" gap="xs" ta="center">
        <ThemeIcon size={52} radius="xl" variant="light" aria-hidden>
          <IconFileUpload size={26} stroke={1.6} />
        </ThemeIcon>
        <Text fw={550}>{t('upload.drop')}</Text>
        <FileButton multiple onChange={onFiles} accept={accepted}>
          {(props) => <Button {...props}>{t('upload.choose')}</Button>}
        </FileButton>
        <Text c="dimmed" size="sm" maw={520}>
          {t('upload.hint')}
        </Text>
      </Stack>
    </Paper>
  );
}

function SendingFile({ file, share, place, count, stop }: Sending & { stop: () => void }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const title =
    count > 1 ? t('upload.sendingOf', { name: file.name, place, count }) : t('upload.sending', { name: file.name });
  return (
    <Paper>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Text>
          <Button size="compact-sm" variant="default" onClick={stop}>
            {t('upload.stop')}
          </Button>
        </Group>
        <Progress value={share * 100} animated aria-label={title} />
        <Text c="dimmed" size="sm" className="numeric" aria-live="polite">
          {share < 1
            ? t('upload.sent', { sent: format.bytes(file.size * share), size: format.bytes(file.size) })
            : t('upload.looking')}
        </Text>
      </Stack>
    </Paper>
  );
}
