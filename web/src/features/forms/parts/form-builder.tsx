import { Badge, Button, Group, SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArchive, IconArchiveOff, IconDeviceFloppy, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '@/shared/lib/languages';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { Permitted } from '@/shared/ui/permitted';
import { useArchiveForm, usePreview, usePublishForm, useSaveForm, type Form, type FormDraft } from '../forms';
import { ConsentList } from './consent-list';
import { FieldList } from './field-list';
import { FormLinks } from './form-links';
import { FormPreview } from './form-preview';
import { FormSettings, FormTexts } from './form-settings';
import { FormTabs } from './form-tabs';

/** What the form asks on one side, what a visitor sees on the other. */
export function FormBuilder({ form }: { form: Form }) {
  const { t } = useTranslation('forms');
  const [draft, setDraft] = useState(form.draft);
  const [name, setName] = useState(form.name);
  const [language, setLanguage] = useState(form.draft.languages[0] ?? 'en');
  const [calm] = useDebouncedValue(draft, 400);
  const spoken = draft.languages.includes(language) ? language : (draft.languages[0] ?? 'en');
  const preview = usePreview(calm, spoken);
  const change = (patch: Partial<FormDraft>) => setDraft((old) => ({ ...old, ...patch }));
  const dirty = name !== form.name || JSON.stringify(draft) !== JSON.stringify(form.draft);
  return (
    <Page
      title={form.name}
      crumbs={[{ label: t('list.title'), href: '/forms' }]}
      beside={
        <Group gap="xs">
          <Badge color={form.published ? 'pine' : 'gray'}>
            {form.published ? t('editor.version', { version: form.published }) : t('editor.unpublished')}
          </Badge>
          {form.archived && <Badge color="gray">{t('editor.archived')}</Badge>}
          {dirty && <Badge color="sunflower">{t('editor.unsaved')}</Badge>}
        </Group>
      }
      actions={<Actions form={form} name={name} draft={draft} dirty={dirty} problems={preview.data?.problems.length ?? 1} />}
    >
      <FormTabs id={form.id} tab="edit" />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Stack gap="md" miw={0}>
          <TextInput label={t('fields.name')} value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} />
          {draft.languages.length > 1 && (
            <SegmentedControl
              aria-label={t('editor.language')}
              data={draft.languages.map((code) => ({ value: code, label: languages.find((one) => one.code === code)?.name ?? code }))}
              value={spoken}
              onChange={setLanguage}
            />
          )}
          <FieldList draft={draft} language={spoken} onChange={(fields) => change({ fields })} />
          <ConsentList draft={draft} language={spoken} onChange={change} />
          <FormTexts draft={draft} language={spoken} onChange={change} />
          <FormSettings draft={draft} onChange={change} />
        </Stack>
        <Stack gap="md" miw={0}>
          <FormPreview preview={preview.data} error={preview.error} loading={preview.isFetching} draft={calm} />
          {form.published && !form.archived && <FormLinks slug={form.slug} sites={form.draft.sites} />}
        </Stack>
      </SimpleGrid>
    </Page>
  );
}

type ActionsProps = { form: Form; name: string; draft: FormDraft; dirty: boolean; problems: number };

function Actions({ form, name, draft, dirty, problems }: ActionsProps) {
  const { t } = useTranslation(['forms', 'shared']);
  const save = useSaveForm();
  const publish = usePublishForm();
  const archive = useArchiveForm();
  const onError = useNotifyProblem();
  const wish = { id: form.id, base: form.revision, name, draft };
  return (
    <Permitted need="content.edit">
      <Button
        variant="default"
        leftSection={form.archived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
        loading={archive.isPending}
        onClick={() => archive.mutate({ id: form.id, restore: form.archived }, { onError })}
      >
        {t(form.archived ? 'editor.restore' : 'editor.archive')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={16} />}
        loading={save.isPending}
        disabled={!dirty}
        onClick={() => save.mutate(wish, { onError, onSuccess: () => notifyDone(t('shared:saved')) })}
      >
        {t('shared:save')}
      </Button>
      <Button
        leftSection={<IconUpload size={16} />}
        loading={publish.isPending}
        disabled={problems > 0}
        onClick={() => publish.mutate({ ...wish, dirty }, { onError, onSuccess: () => notifyDone(t('editor.published')) })}
      >
        {t('editor.publish')}
      </Button>
    </Permitted>
  );
}
