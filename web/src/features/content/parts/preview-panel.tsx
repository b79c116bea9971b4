import { Box, Group, Loader, Paper, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { styleNonce } from '@/shared/lib/style-nonce';
import { useFormat } from '@/shared/lib/use-format';
import { ErrorState } from '@/shared/ui/error-state';
import { PersonSelect } from '@/shared/ui/person-select';
import { type Preview } from '../preview';
import classes from './preview-panel.module.css';

type View = 'desktop' | 'mobile' | 'text';
const views = ['desktop', 'mobile', 'text'] as const;

type PreviewPanelProps = {
  preview: Preview | undefined;
  error: unknown;
  loading: boolean;
  customerId: string | undefined;
  onCustomer: (id: string | undefined) => void;
};

export function PreviewPanel({ preview, error, loading, customerId, onCustomer }: PreviewPanelProps) {
  const { t } = useTranslation('content');
  const [view, setView] = useState<View>('desktop');
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-end" gap="xs">
          <PersonSelect label={t('preview.as')} placeholder={t('preview.sample')} value={customerId} onChange={onCustomer} />
          <SegmentedControl
            aria-label={t('preview.view')}
            data={views.map((value) => ({ value, label: t(`preview.${value}`) }))}
            value={view}
            onChange={(value) => setView(views.find((one) => one === value) ?? 'desktop')}
          />
        </Group>
        {error ? <ErrorState error={error} /> : preview ? <Rendered preview={preview} view={view} loading={loading} /> : <Skeleton h={480} />}
      </Stack>
    </Paper>
  );
}

type RenderedProps = { preview: Preview; view: View; loading: boolean };

function Rendered({ preview, view, loading }: RenderedProps) {
  const { t } = useTranslation('content');
  const format = useFormat();
  return (
    <>
      <Box className={classes.head}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Text fw={620} style={{ overflowWrap: 'anywhere' }}>
            {preview.subject || t('preview.noSubject')}
          </Text>
          {loading && <Loader size={14} aria-label={t('preview.loading')} />}
        </Group>
        <Text size="sm" c="dimmed" truncate>
          {preview.preheader}
        </Text>
      </Box>
      {view === 'text' ? (
        <Box component="pre" className={classes.text} tabIndex={0}>
          {preview.text}
        </Box>
      ) : (
        <Box className={classes.stage}>
          <iframe
            title={t('preview.title')}
            sandbox=""
            srcDoc={withNonce(preview.html)}
            className={classes.mail}
            style={{ width: view === 'mobile' ? 375 : '100%' }}
          />
        </Box>
      )}
      <Text size="xs" c="dimmed">
        {t('preview.size', { size: format.bytes(preview.htmlBytes) })}
      </Text>
    </>
  );
}

/** The frame lives under this page's content policy: a style sheet needs its nonce, scripts stay forbidden. */
function withNonce(html: string): string {
  return html.replaceAll(/<style\b/gi, `<style nonce="${styleNonce()}"`);
}
