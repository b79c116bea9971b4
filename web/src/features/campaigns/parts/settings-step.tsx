import { Group, NumberInput, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { fromZoned, toZoned } from '../zoned';
import { useSession } from '@/shared/api/session';
import { type DraftPartProps } from './audience-step';

export function SettingsStep(props: DraftPartProps) {
  return (
    <Stack gap="lg" maw={640}>
      <When {...props} />
      <Measure {...props} />
      <Sender {...props} />
    </Stack>
  );
}

function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toISOString();
}

function When({ draft, onChange }: DraftPartProps) {
  const { t } = useTranslation('campaigns');
  const zone = useSession()?.organisation.zone || 'UTC';
  const later = draft.sendAt != null;
  return (
    <Stack gap="xs">
      <Text fw={620}>{t('settings.when')}</Text>
      <SegmentedControl
        aria-label={t('settings.when')}
        data={[
          { value: 'now', label: t('settings.now') },
          { value: 'later', label: t('settings.later') },
        ]}
        value={later ? 'later' : 'now'}
        onChange={(value) => onChange({ sendAt: value === 'later' ? tomorrow() : null })}
        style={{ alignSelf: 'flex-start' }}
      />
      {later && (
        <DateTimePicker
          label={t('settings.sendAt')}
          description={t('settings.zone', { zone })}
          value={toZoned(draft.sendAt ?? '', zone)}
          onChange={(value) => onChange({ sendAt: value ? fromZoned(value, zone) : tomorrow() })}
          maw={300}
        />
      )}
    </Stack>
  );
}

function Measure({ draft, onChange }: DraftPartProps) {
  const { t } = useTranslation('campaigns');
  return (
    <Stack gap="xs">
      <Text fw={620}>{t('settings.effect')}</Text>
      <Group gap="md" align="flex-end">
        <NumberInput
          label={t('settings.control')}
          description={t('settings.controlHint')}
          suffix=" %"
          min={0}
          max={50}
          value={Math.round(draft.controlShare * 1000) / 10}
          onChange={(value) => onChange({ controlShare: Number(value) / 100 })}
          maw={300}
        />
        <NumberInput
          label={t('settings.days')}
          description={t('settings.daysHint')}
          min={1}
          max={90}
          allowDecimal={false}
          value={draft.attributionDays}
          onChange={(value) => onChange({ attributionDays: Number(value) || 1 })}
          maw={300}
        />
      </Group>
      <Switch
        label={t('settings.opens')}
        description={t('settings.opensHint')}
        checked={draft.trackOpens}
        onChange={(event) => onChange({ trackOpens: event.currentTarget.checked })}
      />
      <Switch
        label={t('settings.clicks')}
        description={t('settings.clicksHint')}
        checked={draft.trackClicks}
        onChange={(event) => onChange({ trackClicks: event.currentTarget.checked })}
      />
      <Switch
        label={t('settings.once')}
        description={t('settings.onceHint')}
        checked={draft.atMostOnce}
        onChange={(event) => onChange({ atMostOnce: event.currentTarget.checked })}
      />
    </Stack>
  );
}

function Sender({ draft, onChange }: DraftPartProps) {
  const { t } = useTranslation('campaigns');
  return (
    <Stack gap="xs">
      <Text fw={620}>{t('settings.sender')}</Text>
      <Text size="sm" c="dimmed">
        {t('settings.senderHint')}
      </Text>
      <Group gap="md" grow preventGrowOverflow={false} align="flex-start">
        <TextInput
          label={t('settings.fromName')}
          value={draft.fromName ?? ''}
          maxLength={100}
          onChange={(event) => onChange({ fromName: event.currentTarget.value || null })}
        />
        <TextInput
          type="email"
          label={t('settings.fromAddress')}
          value={draft.fromAddress ?? ''}
          onChange={(event) => onChange({ fromAddress: event.currentTarget.value || null })}
        />
        <TextInput
          type="email"
          label={t('settings.replyTo')}
          value={draft.replyTo ?? ''}
          onChange={(event) => onChange({ replyTo: event.currentTarget.value || null })}
        />
      </Group>
    </Stack>
  );
}
