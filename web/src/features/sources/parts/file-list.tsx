import { ActionIcon, Badge, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { MOST_FILES } from '../chosen';
import { draftFaults } from '../draft';
import { kinds } from '../imports';
import { FileDrop } from './file-drop';
import classes from './file-list.module.css';
import { Section } from './section';
import { type DraftFile } from './use-new-import';

type FileListProps = {
  files: DraftFile[];
  shown: DraftFile | undefined;
  onShow: (fileId: string) => void;
  onAdd: (ids: string[]) => void;
  onRemove: (fileId: string) => void;
};

/** The files in the order in which they will be taken in; one of them is looked at below. */
export function FileList({ files, shown, onShow, onAdd, onRemove }: FileListProps) {
  const { t } = useTranslation('sources');
  const inOrder = files.toSorted((a, b) => kinds.indexOf(a.draft.kind) - kinds.indexOf(b.draft.kind));
  const several = files.length > 1;
  return (
    <Section title={t('files.title')} {...(several && { text: t('files.order') })}>
      <Paper p={0}>
        <Stack gap={0} component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
          {inOrder.map((file, index) => (
            <Group
              key={file.preview.fileId}
              component="li"
              wrap="nowrap"
              gap="xs"
              px="md"
              py="xs"
              className={classes.row}
              data-shown={(several && file === shown) || undefined}
            >
              <FileFacts file={file} {...(several && { place: index + 1, onShow })} shown={file === shown} />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('files.remove', { name: file.preview.name })}
                onClick={() => onRemove(file.preview.fileId)}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
      </Paper>
      {files.length < MOST_FILES && <FileDrop compact most={MOST_FILES - files.length} onTaken={onAdd} />}
    </Section>
  );
}

type FileFactsProps = { file: DraftFile; place?: number; onShow?: (fileId: string) => void; shown: boolean };

function FileFacts({ file: { preview, draft }, place, onShow, shown }: FileFactsProps) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const ready = draftFaults(draft).length === 0;
  const facts = (
    <Group gap="sm" wrap="nowrap" w="100%">
      {place && (
        <Text c="dimmed" className="numeric" aria-hidden>
          {place}
        </Text>
      )}
      <Group flex={1} miw={0} gap="xs" justify="space-between">
        <div>
          <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
            {preview.name}
          </Text>
          <Text c="dimmed" size="sm" className="numeric">
            {t('new.about', {
              count: preview.rows,
              rows: format.number(preview.rows),
              size: format.bytes(preview.bytes),
            })}
          </Text>
        </div>
        <Group gap={6}>
          <Badge color="gray" variant="light">
            {t(`kind.${draft.kind}`)}
          </Badge>
          {onShow && <Badge color={ready ? 'pine' : 'sunflower'}>{t(ready ? 'files.ready' : 'files.incomplete')}</Badge>}
        </Group>
      </Group>
    </Group>
  );
  if (!onShow) return facts;
  return (
    <UnstyledButton flex={1} miw={0} aria-pressed={shown} onClick={() => onShow(preview.fileId)}>
      {facts}
    </UnstyledButton>
  );
}
