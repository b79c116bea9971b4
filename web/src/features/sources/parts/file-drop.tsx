import { Button, FileButton, Group, Paper, Progress, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { ErrorState } from '@/shared/ui/error-state';
import { useUploadFile, type FilePreview } from '../upload-file';
import classes from './file-drop.module.css';

/** A place to drop a file on, or a button to choose one; then how far it has come. */
export function FileDrop({ onTaken }: { onTaken: (preview: FilePreview) => void }) {
  const upload = useUploadFile(onTaken);
  return (
    <Stack gap="md">
      {upload.file ? <Sending {...upload} file={upload.file} /> : <Zone onFile={upload.send} />}
      {upload.error && <ErrorState error={upload.error} />}
    </Stack>
  );
}

function Zone({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation('sources');
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
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
        <FileButton onChange={(file) => file && onFile(file)} accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain">
          {(props) => <Button {...props}>{t('upload.choose')}</Button>}
        </FileButton>
        <Text c="dimmed" size="sm" maw={520}>
          {t('upload.hint')}
        </Text>
      </Stack>
    </Paper>
  );
}

type SendingProps = { file: File; share: number; stop: () => void };

function Sending({ file, share, stop }: SendingProps) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const title = t('upload.sending', { name: file.name });
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
