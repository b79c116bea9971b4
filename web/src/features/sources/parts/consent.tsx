import { Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Channel } from '../draft';
import { type DraftPartProps } from './options';

const channels: Channel[] = ['email', 'sms'];

/** What everybody in the file agreed to, with the words that become the proof. */
export function Consent({ draft, onChange }: DraftPartProps) {
  const { t } = useTranslation('sources');
  const given = draft.consentChannels.length > 0;
  return (
    <Stack gap="sm">
      <Checkbox.Group
        label={t('consent.title')}
        description={t('consent.hint')}
        value={draft.consentChannels}
        onChange={(chosen) => onChange({ consentChannels: channels.filter((channel) => chosen.includes(channel)) })}
      >
        <Group gap="lg" mt="xs">
          {channels.map((channel) => (
            <Checkbox key={channel} value={channel} label={t(`consent.${channel}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      {given && (
        <>
          <Textarea
            label={t('consent.text')}
            description={t('consent.textHint')}
            placeholder={t('consent.textExample')}
            required
            autosize
            minRows={2}
            maxLength={10_000}
            value={draft.consentText}
            onChange={(event) => onChange({ consentText: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            w={{ base: '100%', xs: 240 }}
            label={t('consent.day')}
            description={t('consent.dayHint')}
            value={draft.consentDay}
            onChange={(event) => onChange({ consentDay: event.currentTarget.value })}
          />
        </>
      )}
    </Stack>
  );
}
