import { Checkbox, ColorInput, Group, MultiSelect, NumberInput, Paper, SegmentedControl, Stack, TagsInput, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages } from '@/shared/lib/languages';
import { modes } from '../draft';
import { type FormDraft } from '../forms';
import { LocalizedText } from './localized-text';

type SettingsProps = { draft: FormDraft; language: string; onChange: (patch: Partial<FormDraft>) => void };

/** What is said around the questions. */
export function FormTexts({ draft, language, onChange }: SettingsProps) {
  const { t } = useTranslation('forms');
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2}>{t('texts.title')}</Title>
        <LocalizedText label={t('texts.heading')} texts={draft.title} language={language} required onChange={(title) => onChange({ title })} />
        <LocalizedText label={t('texts.intro')} texts={draft.intro} language={language} long onChange={(intro) => onChange({ intro })} />
        <LocalizedText label={t('texts.button')} texts={draft.button} language={language} required onChange={(button) => onChange({ button })} />
        <LocalizedText label={t('texts.thanks')} texts={draft.thanks} language={language} long onChange={(thanks) => onChange({ thanks })} />
      </Stack>
    </Paper>
  );
}

/** Where it is shown and how it looks. */
export function FormSettings({ draft, onChange }: Omit<SettingsProps, 'language'>) {
  const { t } = useTranslation('forms');
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2}>{t('settings.title')}</Title>
        <MultiSelect
          label={t('settings.languages')}
          description={t('settings.languagesHint')}
          data={languages.map(({ code, name }) => ({ value: code, label: name }))}
          value={draft.languages}
          onChange={(chosen) => chosen.length > 0 && onChange({ languages: chosen })}
        />
        <TagsInput
          label={t('settings.sites')}
          description={t('settings.sitesHint')}
          value={draft.sites}
          onChange={(sites) => onChange({ sites: sites.map((site) => site.trim().toLowerCase().replace(/\/+$/, '')) })}
        />
        <TextInput
          label={t('settings.redirect')}
          description={t('settings.redirectHint')}
          type="url"
          value={draft.redirect ?? ''}
          onChange={(event) => onChange({ redirect: event.currentTarget.value.trim() || null })}
        />
        <Group align="flex-end" gap="md">
          <ColorInput
            withEyeDropper={false}
            label={t('settings.accent')}
            format="hex"
            value={draft.theme.accent}
            onChange={(accent) => onChange({ theme: { ...draft.theme, accent: accent.toLowerCase() } })}
          />
          <SegmentedControl
            aria-label={t('settings.mode')}
            data={modes.map((value) => ({ value, label: t(`settings.modes.${value}`) }))}
            value={draft.theme.mode}
            onChange={(mode) => onChange({ theme: { ...draft.theme, mode } })}
          />
        </Group>
        <PopupSettings draft={draft} onChange={onChange} />
      </Stack>
    </Paper>
  );
}

const usualPopup = { delaySeconds: 15, scrollPercent: null, exitIntent: true, rememberDays: 30 };

const figure = (value: string | number) => (value === '' ? null : Number(value));

function PopupSettings({ draft, onChange }: Omit<SettingsProps, 'language'>) {
  const { t } = useTranslation('forms');
  const popup = draft.popup;
  const put = (patch: Partial<typeof usualPopup> | { scrollPercent: number | null; delaySeconds: number | null }) =>
    popup && onChange({ popup: { ...popup, ...patch } });
  return (
    <Stack gap="xs">
      <Checkbox
        label={t('settings.popup')}
        description={t('settings.popupHint')}
        checked={Boolean(popup)}
        onChange={(event) => onChange({ popup: event.currentTarget.checked ? usualPopup : null })}
      />
      {popup && (
        <Group gap="sm" align="flex-end">
          <NumberInput
            label={t('settings.delay')}
            w={150}
            min={0}
            max={3600}
            value={popup.delaySeconds ?? ''}
            onChange={(value) => put({ delaySeconds: figure(value), scrollPercent: popup.scrollPercent ?? null })}
          />
          <NumberInput
            label={t('settings.scroll')}
            w={150}
            min={1}
            max={100}
            value={popup.scrollPercent ?? ''}
            onChange={(value) => put({ scrollPercent: figure(value), delaySeconds: popup.delaySeconds ?? null })}
          />
          <NumberInput
            label={t('settings.remember')}
            w={150}
            min={0}
            max={365}
            value={popup.rememberDays}
            onChange={(value) => put({ rememberDays: Number(value) || 0 })}
          />
          <Checkbox
            label={t('settings.exit')}
            checked={popup.exitIntent}
            onChange={(event) => put({ exitIntent: event.currentTarget.checked })}
          />
        </Group>
      )}
      {popup && (
        <Text size="xs" c="dimmed">
          {t('settings.popupFirst')}
        </Text>
      )}
    </Stack>
  );
}
