import { Checkbox, Group, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Permission } from '@/shared/api/permission';

type PermissionPickerProps = {
  /** Those that can be given: nobody gives more than they have. */
  offered: Permission[];
  value: Permission[];
  onChange: (value: Permission[]) => void;
  error?: ReactNode;
};

/** The rights to choose from, those of one field together. */
export function PermissionPicker({ offered, value, onChange, error }: PermissionPickerProps) {
  const { t } = useTranslation('access');
  const all = offered.every((one) => value.includes(one));
  return (
    <Stack gap="xs" role="group" aria-label={t('permissionPicker.label')}>
      <Group justify="space-between">
        <Text fw={550}>{t('permissionPicker.label')}</Text>
        <UnstyledButton fz="sm" c="var(--mantine-primary-color-filled)" onClick={() => onChange(all ? [] : offered)}>
          {t(all ? 'permissionPicker.none' : 'permissionPicker.all')}
        </UnstyledButton>
      </Group>
      <Checkbox.Group value={value} onChange={(chosen) => onChange(chosen as Permission[])} error={error}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" verticalSpacing="xs">
          {offered.map((one) => (
            <Checkbox key={one} value={one} label={t(`permissions.${one}`)} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
    </Stack>
  );
}
