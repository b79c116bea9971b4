import { ActionIcon, Box, Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isContact, targetsOf } from '../draft';
import { ownFieldsQuery, type FormField } from '../forms';
import { ConditionEditor } from './condition-editor';
import { LocalizedText } from './localized-text';
import classes from './field-list.module.css';

type FieldEditorProps = {
  field: FormField;
  earlier: FormField[];
  language: string;
  onChange: (field: FormField) => void;
};

/** All that a field is: its words, where the answer goes, and when it is shown. */
export function FieldEditor({ field, earlier, language, onChange }: FieldEditorProps) {
  const { t } = useTranslation('forms');
  const change = (patch: Partial<FormField>) => onChange({ ...field, ...patch });
  const note = field.kind === 'note';
  return (
    <Box className={classes.editor}>
      <Stack gap="sm">
        <LocalizedText
          label={t(note ? 'editor.noteText' : 'editor.label')}
          texts={field.label}
          language={language}
          long={note}
          required
          onChange={(label) => change({ label })}
        />
        {!note && (
          <LocalizedText label={t('editor.hint')} texts={field.hint} language={language} onChange={(hint) => change({ hint })} />
        )}
        {!note && !isContact(field.kind) && <TargetSelect field={field} onChange={change} />}
        {field.kind === 'choice' && <Options field={field} language={language} onChange={change} />}
        {!note && (
          <Group gap="lg">
            <Checkbox
              label={t('editor.required')}
              checked={field.required}
              onChange={(event) => change({ required: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('editor.progressive')}
              checked={field.progressive}
              onChange={(event) => change({ progressive: event.currentTarget.checked })}
            />
          </Group>
        )}
        <ConditionEditor field={field} earlier={earlier} language={language} onChange={change} />
      </Stack>
    </Box>
  );
}

type PartProps = { field: FormField; onChange: (patch: Partial<FormField>) => void };

function TargetSelect({ field, onChange }: PartProps) {
  const { t, i18n } = useTranslation('forms');
  const { data: own = [] } = useQuery(ownFieldsQuery);
  const targets = targetsOf(field.kind, own);
  const data = targets.map((one) => ({
    value: one.value,
    label: one.own ? (one.own.label[i18n.language] ?? one.own.key) : t(`targets.${one.value}`),
  }));
  const choose = (value: string | null) => {
    const chosen = targets.find((one) => one.value === value)?.own;
    const offered = chosen?.type === 'CHOICE' ? chosen.options.map(({ code, label }) => ({ value: code, label })) : null;
    onChange({ target: value, ...(offered && { options: offered }) });
  };
  return (
    <Select
      label={t('editor.target')}
      description={t('editor.targetHint')}
      placeholder={t('editor.noTarget')}
      data={data}
      value={field.target ?? null}
      clearable
      onChange={choose}
    />
  );
}

function Options({ field, language, onChange }: PartProps & { language: string }) {
  const { t } = useTranslation('forms');
  const put = (index: number, patch: Partial<FormField['options'][number]>) =>
    onChange({ options: field.options.map((one, at) => (at === index ? { ...one, ...patch } : one)) });
  return (
    <Stack gap={6} role="group" aria-label={t('editor.options')}>
      {field.options.map((option, index) => (
        <Group key={index} gap="xs" align="flex-end" wrap="nowrap">
          <LocalizedText
            label={index === 0 ? t('editor.optionLabel') : null}
            ariaLabel={t('editor.optionLabelOf', { number: index + 1 })}
            texts={option.label}
            language={language}
            onChange={(label) => put(index, { label })}
          />
          <TextInput
            label={index === 0 ? t('editor.optionValue') : null}
            aria-label={t('editor.optionValueOf', { number: index + 1 })}
            value={option.value}
            maxLength={60}
            onChange={(event) => put(index, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('editor.removeOption', { number: index + 1 })}
            onClick={() => onChange({ options: field.options.filter((_, at) => at !== index) })}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange({ options: [...field.options, { value: `option_${field.options.length + 1}`, label: {} }] })}
      >
        {t('editor.addOption')}
      </Button>
    </Stack>
  );
}
