import { Box, Group, Paper, SegmentedControl, Stack, Tabs } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TemplateDraft } from '../templates';
import { CodeEditor } from './code-editor';
import { VariablesHelp } from './variables-help';

type BodyEditorProps = { draft: TemplateDraft; onChange: (patch: Partial<TemplateDraft>) => void };

export function BodyEditor({ draft, onChange }: BodyEditorProps) {
  const { t } = useTranslation('content');
  const [tab, setTab] = useState<string | null>('body');
  const cursor = useRef(0);
  const insert = (text: string) => {
    onChange({ body: draft.body.slice(0, cursor.current) + text + draft.body.slice(cursor.current) });
    cursor.current += text.length;
    setTab('body');
  };
  return (
    <Paper p="md">
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Group justify="space-between" mb="sm" gap="xs">
          <Tabs.List style={{ flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }}>
            <Tabs.Tab value="body">{t('editor.body')}</Tabs.Tab>
            <Tabs.Tab value="text">{t('editor.text')}</Tabs.Tab>
            <Tabs.Tab value="help">{t('editor.variables')}</Tabs.Tab>
          </Tabs.List>
          <SegmentedControl
            size="xs"
            aria-label={t('fields.format')}
            data={[
              { value: 'html', label: 'HTML' },
              { value: 'mjml', label: 'MJML' },
            ]}
            value={draft.format}
            onChange={(value) => onChange({ format: value === 'mjml' ? 'mjml' : 'html' })}
          />
        </Group>
        <Tabs.Panel value="body">
          <CodeEditor
            label={t('editor.body')}
            value={draft.body}
            onChange={(body) => onChange({ body })}
            onCursor={(at) => {
              cursor.current = at;
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <Stack gap="xs">
            <Box c="dimmed" fz="sm">
              {t('editor.textHint')}
            </Box>
            <CodeEditor label={t('editor.text')} value={draft.text ?? ''} onChange={(text) => onChange({ text })} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="help">
          <VariablesHelp onInsert={insert} />
        </Tabs.Panel>
      </Tabs>
    </Paper>
  );
}
