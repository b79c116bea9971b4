import { Alert, NativeSelect, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type FileForm, type FilePreview } from '../upload-file';

const encodings: NonNullable<FileForm['encoding']>[] = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1251',
  'KOI8-R',
  'KOI8-U',
  'IBM866',
  'GB18030',
  'Big5',
  'windows-1252',
];
const FURTHEST_HEADER = 20;

type FileFormBarProps = {
  preview: FilePreview;
  /** Another reading of the file is on its way. */
  reading: boolean;
  onAsk: (asked: Record<string, string | undefined>) => void;
};

/** What was found out of how the file is written, to be corrected where it is wrong. */
export function FileFormBar({ preview, reading, onAsk }: FileFormBarProps) {
  const { t } = useTranslation('sources');
  const { form } = preview;
  return (
    <Stack gap="xs" component="section" aria-label={t('form.title')}>
      <Paper>
        <Stack gap="sm">
          <Text size="sm" c="dimmed" aria-live="polite">
            {t(reading ? 'form.reading' : 'form.text')}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
            {form.encoding && (
              <NativeSelect
                label={t('form.encoding')}
                data={encodings}
                value={form.encoding}
                onChange={({ currentTarget: { value } }) => onAsk({ encoding: value })}
              />
            )}
            {form.delimiter && <Delimiter value={form.delimiter} onAsk={onAsk} />}
            {preview.sheets.length > 0 && (
              <NativeSelect
                label={t('form.sheet')}
                data={preview.sheets}
                value={form.sheet ?? ''}
                onChange={({ currentTarget: { value } }) => onAsk({ sheet: value, headerLine: undefined })}
              />
            )}
            <HeaderLine value={form.headerLine ?? 1} onAsk={onAsk} />
          </SimpleGrid>
        </Stack>
      </Paper>
      <Doubts of={preview} />
    </Stack>
  );
}

function Delimiter({ value, onAsk }: { value: string; onAsk: FileFormBarProps['onAsk'] }) {
  const { t } = useTranslation('sources');
  return (
    <NativeSelect
      label={t('form.delimiter')}
      data={[
        { value: ',', label: t('form.comma') },
        { value: ';', label: t('form.semicolon') },
        { value: '\t', label: t('form.tab') },
        { value: '|', label: t('form.pipe') },
      ]}
      value={value}
      onChange={(event) => onAsk({ delimiter: event.currentTarget.value })}
    />
  );
}

function HeaderLine({ value, onAsk }: { value: number; onAsk: FileFormBarProps['onAsk'] }) {
  const { t } = useTranslation('sources');
  const lines = Array.from({ length: Math.max(FURTHEST_HEADER, value) }, (_, index) => index + 1);
  return (
    <NativeSelect
      label={t('form.header')}
      data={[
        ...lines.map((line) => ({ value: String(line), label: t('form.headerLine', { line }) })),
        { value: '0', label: t('form.headerNone') },
      ]}
      value={String(value)}
      onChange={(event) => onAsk({ headerLine: event.currentTarget.value })}
    />
  );
}

/** Columns that may have lost leading zeros before the file came here: said, and not guessed. */
export function Doubts({ of: { doubts } }: { of: Pick<FilePreview, 'doubts'> }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  if (doubts.length === 0) return null;
  return (
    <Alert color="sunflower" icon={<IconAlertTriangle size={18} />} title={t('doubts.title')} role="status">
      <Stack gap={6}>
        {doubts.map(({ column, name, numbers, digits, shorter }) => (
          <Text size="sm" key={column}>
            {t('doubts.text', { name, digits, numbers: format.number(numbers), shorter: format.number(shorter) })}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
