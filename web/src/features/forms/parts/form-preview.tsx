import { Alert, Box, List, Loader, Paper, Stack, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { type FormDraft, type FormPreview as Preview, type FormProblem } from '../forms';
import classes from './field-list.module.css';

type FormPreviewProps = { preview: Preview | undefined; error: unknown; loading: boolean; draft: FormDraft };

/** The form as a visitor gets it, and what is to be mended before. */
export function FormPreview({ preview, error, loading, draft }: FormPreviewProps) {
  const { t } = useTranslation('forms');
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2}>
          {t('preview.title')} {loading && <Loader size={14} aria-label={t('preview.loading')} />}
        </Title>
        {Boolean(error) && <ErrorState error={error} />}
        {preview && <Problems problems={preview.problems} draft={draft} />}
        {preview && <Shown html={preview.html} css={preview.css} />}
      </Stack>
    </Paper>
  );
}

/** Apart from our own styles, and not to be sent. */
function Shown({ html, css }: { html: string; css: string }) {
  const { t } = useTranslation('forms');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = place.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(css);
    root.adoptedStyleSheets = [style];
    root.innerHTML = html;
    const form = root.querySelector('form');
    const stay = (event: Event) => event.preventDefault();
    form?.addEventListener('submit', stay);
    return () => form?.removeEventListener('submit', stay);
  }, [html, css]);
  return (
    <Box className={classes.stage}>
      <div ref={place} role="group" aria-label={t('preview.title')} />
    </Box>
  );
}

function Problems({ problems, draft }: { problems: FormProblem[]; draft: FormDraft }) {
  const { t, i18n } = useTranslation('forms');
  if (problems.length === 0) return null;
  const named = (key: string) => {
    const field = draft.fields.find((one) => one.key === key);
    if (field) return field.label[i18n.language] || Object.values(field.label)[0] || key;
    const box = draft.consents.find((one) => one.key === key);
    return box ? t(`consents.purpose.${box.purpose}`) : '';
  };
  return (
    <Alert color="sunflower" icon={<IconAlertTriangle size={18} />} title={t('preview.mend')}>
      <List size="sm">
        {problems.map(({ code, field }) => (
          <List.Item key={`${code} ${field}`}>
            {named(field) ? t('preview.at', { name: named(field), problem: t(`problems.${code}`) }) : t(`problems.${code}`)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
