import { Grid, Paper, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { messageTypes, templateLanguages, type TemplateDraft } from '../templates';

type TemplateSettingsProps = { draft: TemplateDraft; onChange: (patch: Partial<TemplateDraft>) => void };

export function TemplateSettings({ draft, onChange }: TemplateSettingsProps) {
  const { t } = useTranslation('content');
  const types = messageTypes.map((value) => ({ value, label: t(`types.${value}`) }));
  const languages = templateLanguages.map((value) => ({ value, label: t(`languages.${value}`) }));
  return (
    <Paper p="md">
      <Grid gap="sm">
        <Grid.Col span={12}>
          <TextInput
            label={t('fields.name')}
            description={t('fields.nameHint')}
            value={draft.name}
            maxLength={200}
            required
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, xs: 6 }}>
          <Select
            label={t('fields.type')}
            data={types}
            value={draft.type}
            allowDeselect={false}
            onChange={(value) => onChange({ type: messageTypes.find((type) => type === value) ?? draft.type })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, xs: 6 }}>
          <Select
            label={t('fields.language')}
            data={languages}
            value={draft.language}
            allowDeselect={false}
            onChange={(value) => onChange({ language: value ?? draft.language })}
          />
        </Grid.Col>
        <Grid.Col span={12}>
          <TextInput
            label={t('fields.subject')}
            value={draft.subject}
            maxLength={500}
            required
            onChange={(event) => onChange({ subject: event.currentTarget.value })}
          />
        </Grid.Col>
        <Grid.Col span={12}>
          <TextInput
            label={t('fields.preheader')}
            description={t('fields.preheaderHint')}
            value={draft.preheader}
            maxLength={500}
            onChange={(event) => onChange({ preheader: event.currentTarget.value })}
          />
        </Grid.Col>
      </Grid>
    </Paper>
  );
}
