import { Paper, SimpleGrid, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { TemplateEditor } from '../parts/template-editor';
import { startersQuery, templateLanguages, type TemplateDraft } from '../templates';

const blankHtml = '<p>{{ customer.first_name }}</p>\n\n<p><a href="{{ unsubscribe_url }}">…</a></p>\n';

/** A start to choose from, then the editor. */
export function NewTemplatePage() {
  const { t, i18n } = useTranslation('content');
  const [draft, setDraft] = useState<TemplateDraft | null>(null);
  if (draft) return <TemplateEditor initial={draft} />;
  return (
    <Page size="narrow" title={t('new.title')} description={t('new.text')} crumbs={[{ label: t('list.title'), href: '/templates' }]}>
      <Starters language={i18n.language} onChoose={setDraft} />
    </Page>
  );
}

function Starters({ language, onChoose }: { language: string; onChoose: (draft: TemplateDraft) => void }) {
  const { t } = useTranslation('content');
  const { data, error, refetch } = useQuery(startersQuery(language));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={220} />;
  const known = templateLanguages.find((one) => one === language) ?? 'en';
  const blank: TemplateDraft = {
    name: t('new.blankName'),
    type: 'promotion',
    language: known,
    subject: '',
    preheader: '',
    format: 'html',
    body: blankHtml,
    text: null,
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {data.map(({ key, draft }) => (
        <Choice key={key} title={draft.name} text={draft.preheader} onClick={() => onChoose(draft)} />
      ))}
      <Choice title={t('new.blank')} text={t('new.blankText')} onClick={() => onChoose(blank)} />
    </SimpleGrid>
  );
}

function Choice({ title, text, onClick }: { title: string; text: string; onClick: () => void }) {
  return (
    <UnstyledButton onClick={onClick}>
      <Paper p="lg" h="100%">
        <Stack gap={4}>
          <Text fw={620}>{title}</Text>
          <Text c="dimmed" size="sm">
            {text}
          </Text>
        </Stack>
      </Paper>
    </UnstyledButton>
  );
}
