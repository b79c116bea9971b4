import { Badge, Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useGo } from '@/shared/lib/url';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { Permitted } from '@/shared/ui/permitted';
import { usePreview } from '../preview';
import { useSaveTemplate, type Template, type TemplateDraft } from '../templates';
import { ArchiveButton } from './archive-button';
import { BodyEditor } from './body-editor';
import { PreviewPanel } from './preview-panel';
import { TemplateSettings } from './template-settings';
import { TestSend } from './test-send';
import { WarningList } from './warning-list';

type TemplateEditorProps = { template?: Template; initial: TemplateDraft };

/** The words on one side, what becomes of them on the other. */
export function TemplateEditor({ template, initial }: TemplateEditorProps) {
  const { t } = useTranslation('content');
  const [draft, setDraft] = useState(initial);
  const [customerId, setCustomerId] = useState<string>();
  const [calm] = useDebouncedValue(draft, 400);
  const preview = usePreview(calm, customerId);
  const change = (patch: Partial<TemplateDraft>) => setDraft((old) => ({ ...old, ...patch }));
  const dirty = template === undefined || JSON.stringify(draft) !== JSON.stringify(template.draft);
  return (
    <Page
      title={draft.name || t('new.title')}
      crumbs={[{ label: t('list.title'), href: '/templates' }]}
      beside={
        <Group gap="xs">
          {template?.archived && <Badge color="gray">{t('editor.archived')}</Badge>}
          {dirty && <Badge color="sunflower">{t('editor.unsaved')}</Badge>}
        </Group>
      }
      actions={
        <>
          {template && <ArchiveButton template={template} />}
          <TestSend draft={draft} customerId={customerId} />
          <SaveButton template={template} draft={draft} dirty={dirty} />
        </>
      }
    >
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Stack gap="md" miw={0}>
          <TemplateSettings draft={draft} onChange={change} />
          <BodyEditor draft={draft} onChange={change} />
        </Stack>
        <Stack gap="md" miw={0}>
          <PreviewPanel
            preview={preview.data}
            error={preview.error}
            loading={preview.isFetching}
            customerId={customerId}
            onCustomer={setCustomerId}
          />
          {preview.data && !preview.error && <WarningList warnings={preview.data.warnings} />}
        </Stack>
      </SimpleGrid>
    </Page>
  );
}

type SaveButtonProps = { template: Template | undefined; draft: TemplateDraft; dirty: boolean };

function SaveButton({ template, draft, dirty }: SaveButtonProps) {
  const { t } = useTranslation(['content', 'shared']);
  const go = useGo();
  const save = useSaveTemplate();
  const key = useIdempotencyKey();
  const onError = useNotifyProblem();
  const run = () =>
    save.mutate(
      { id: template?.id, baseVersion: template?.version ?? 0, draft, headers: key.headers() },
      {
        onSuccess: (saved) => {
          notifyDone(t('shared:saved'));
          if (!template) go(`/templates/${saved.id}`, { replace: true });
        },
        onError,
        onSettled: key.renew,
      },
    );
  return (
    <Permitted need="content.edit">
      <Button leftSection={<IconDeviceFloppy size={16} />} onClick={run} loading={save.isPending} disabled={!dirty}>
        {t('shared:save')}
      </Button>
    </Permitted>
  );
}
