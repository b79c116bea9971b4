import { ActionIcon, Button, Group, Input, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '@/shared/lib/languages';
import { namesOf, type OptionDraft } from '../attribute-draft';

type AttributeOptionsProps = { options: OptionDraft[]; error: ReactNode; onChange: (options: OptionDraft[]) => void };

/** The values to choose from, each with a code that stays and names by language. */
export function AttributeOptions({ options, error, onChange }: AttributeOptionsProps) {
  const { t } = useTranslation('customers');
  const put = (place: number, option: OptionDraft) => onChange(options.with(place, option));
  return (
    <Stack gap="xs" role="group" aria-label={t('attributes.options')}>
      <Text size="sm" fw={550}>
        {t('attributes.options')}
      </Text>
      {options.map((option, place) => (
        <Group key={place} gap={6} wrap="nowrap" align="flex-start">
          <TextInput
            size="xs"
            w={110}
            aria-label={t('attributes.optionCode', { place: place + 1 })}
            placeholder={t('attributes.code')}
            maxLength={60}
            value={option.code}
            onChange={(event) => put(place, { ...option, code: event.currentTarget.value })}
          />
          <Group gap={6} flex={1}>
            {languages.map(({ code, name }) => (
              <TextInput
                key={code}
                size="xs"
                flex="1 1 90px"
                aria-label={t('attributes.optionName', { place: place + 1, language: name })}
                placeholder={name}
                maxLength={100}
                value={option.label[code]}
                onChange={(event) => put(place, { ...option, label: { ...option.label, [code]: event.currentTarget.value } })}
              />
            ))}
          </Group>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('attributes.removeOption', { place: place + 1 })}
            onClick={() => onChange(options.filter((_, other) => other !== place))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="light"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...options, { code: '', label: namesOf({}) }])}
      >
        {t('attributes.addOption')}
      </Button>
      {error && (
        <Input.Error role="alert">{error}</Input.Error>
      )}
    </Stack>
  );
}
