import { ActionIcon, Button, Checkbox, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { channels, newBox, purposes } from '../draft';
import { type ConsentBox, type FormDraft } from '../forms';
import { LocalizedText } from './localized-text';
import classes from './field-list.module.css';

type ConsentListProps = { draft: FormDraft; language: string; onChange: (patch: Partial<FormDraft>) => void };

/** A box for each purpose and channel, for a consent to several things at once is a consent to none. */
export function ConsentList({ draft, language, onChange }: ConsentListProps) {
  const { t } = useTranslation('forms');
  const { consents } = draft;
  const put = (index: number, box: ConsentBox) => onChange({ consents: consents.map((one, at) => (at === index ? box : one)) });
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2}>{t('consents.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('consents.text')}
        </Text>
        {consents.map((box, index) => (
          <Box
            key={box.key}
            box={box}
            language={language}
            onChange={(next) => put(index, next)}
            onRemove={() => onChange({ consents: consents.filter((_, at) => at !== index) })}
          />
        ))}
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} />}
          onClick={() => onChange({ consents: [...consents, newBox(draft, {})] })}
        >
          {t('consents.add')}
        </Button>
        <Checkbox
          label={t('consents.doubleOptIn')}
          description={t('consents.doubleOptInHint')}
          checked={draft.doubleOptIn}
          onChange={(event) => onChange({ doubleOptIn: event.currentTarget.checked })}
        />
      </Stack>
    </Paper>
  );
}

type BoxProps = { box: ConsentBox; language: string; onChange: (box: ConsentBox) => void; onRemove: () => void };

function Box({ box, language, onChange, onRemove }: BoxProps) {
  const { t } = useTranslation('forms');
  const processing = box.purpose === 'processing';
  const purpose = (value: string | null) => {
    if (value === null) return;
    const to = value === 'processing';
    onChange({ ...box, purpose: value, channel: to ? null : (box.channel ?? 'email'), required: to && box.required });
  };
  return (
    <Stack gap={6} p="sm" className={classes.card} style={{ alignItems: 'stretch' }} role="group" aria-label={t(`consents.purpose.${box.purpose}`)}>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <Select
          flex={1}
          label={t('consents.for')}
          data={purposes.map((value) => ({ value, label: t(`consents.purpose.${value}`) }))}
          value={box.purpose}
          allowDeselect={false}
          onChange={purpose}
        />
        {!processing && (
          <Select
            flex={1}
            label={t('consents.by')}
            data={channels.map((value) => ({ value, label: t(`consents.channel.${value}`) }))}
            value={box.channel ?? null}
            allowDeselect={false}
            onChange={(channel) => onChange({ ...box, channel })}
          />
        )}
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('consents.remove')} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <LocalizedText label={t('consents.words')} texts={box.text} language={language} long required onChange={(text) => onChange({ ...box, text })} />
      {processing && (
        <Checkbox
          label={t('editor.required')}
          checked={box.required}
          onChange={(event) => onChange({ ...box, required: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}
