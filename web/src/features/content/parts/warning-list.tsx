import { Group, List, Paper, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type TemplateWarning } from '../preview';

export function WarningList({ warnings }: { warnings: TemplateWarning[] }) {
  const { t } = useTranslation('content');
  if (warnings.length === 0) {
    return (
      <Paper p="md">
        <Group gap="xs">
          <ThemeIcon size={20} radius="xl" color="pine" aria-hidden>
            <IconCheck size={13} />
          </ThemeIcon>
          <Text>{t('warnings.none')}</Text>
        </Group>
      </Paper>
    );
  }
  return (
    <Paper p="md">
      <Text fw={620} mb="xs">
        {t('warnings.title')}
      </Text>
      <List spacing={6} size="sm">
        {warnings.map((warning) => (
          <List.Item key={`${warning.code} ${warning.value ?? ''}`} icon={<Sign blocking={warning.blocking} />}>
            {t(`warnings.${warning.code}`, { value: warning.value ?? '' })}
            {warning.line != null && ` · ${t('warnings.line', { line: warning.line })}`}
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}

function Sign({ blocking }: { blocking: boolean }) {
  const { t } = useTranslation('content');
  return (
    <ThemeIcon size={20} radius="xl" color={blocking ? 'red' : 'sunflower'} variant="light" title={t(blocking ? 'warnings.blocking' : 'warnings.advice')}>
      {blocking ? <IconX size={13} /> : <IconAlertTriangle size={13} />}
    </ThemeIcon>
  );
}
