import { Button, Paper, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import { useProblemText } from '@/shared/api/use-problem-text';
import { asLanguage } from '@/shared/lib/languages';
import { useGo } from '@/shared/lib/url';
import { useNotifyProblem } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { useAddForm } from '../forms';
import { useFirstDraft } from '../use-first-draft';

/** A name and an address, which stays; all else can be changed at any time. */
export function NewFormPage() {
  const { t, i18n } = useTranslation('forms');
  const go = useGo();
  const add = useAddForm();
  const onError = useNotifyProblem();
  const text = useProblemText();
  const [name, setName] = useState('');
  const [slug, setSlug] = useState('');
  const taken = isProblem(add.error, 'FORM_SLUG_TAKEN') && add.error.params.value === slug;
  const language = asLanguage(i18n.language) ?? 'en';
  const draft = useFirstDraft(language);
  const run = () => add.mutate({ slug, name, draft }, { onSuccess: ({ id }) => go(`/forms/${id}`, { replace: true }), onError });
  return (
    <Page size="narrow" title={t('new.title')} description={t('new.text')} crumbs={[{ label: t('list.title'), href: '/forms' }]}>
      <Paper
        p="md"
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('fields.name')}
            description={t('fields.nameHint')}
            value={name}
            maxLength={200}
            required
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('fields.slug')}
            description={t('fields.slugHint')}
            value={slug}
            maxLength={60}
            required
            error={taken && text(add.error).title}
            leftSection="/f/"
            leftSectionWidth={36}
            onChange={(event) => setSlug(event.currentTarget.value.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-'))}
          />
          <Button type="submit" w="fit-content" loading={add.isPending} disabled={!name.trim() || slug.length < 2}>
            {t('new.create')}
          </Button>
        </Stack>
      </Paper>
    </Page>
  );
}
