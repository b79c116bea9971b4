import { Avatar, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { TextLink } from '@/shared/ui/route-link';
import { type Part } from '../panel';

/** Some of them by name. */
export function PanelSample({ part }: { part: Part<'sample'> }) {
  const { t } = useTranslation('segments');
  if (part.people.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('preview.sample')}
      </Text>
      {part.people.map((person) => (
        <Group key={person.id} gap="xs" wrap="nowrap">
          <Avatar size={26} radius="xl" name={person.name} color="pine" aria-hidden />
          <Stack gap={0} miw={0}>
            <TextLink href={'/customers/' + person.id} size="sm" truncate>
              {personName(person) ?? '—'}
            </TextLink>
            <Text size="xs" c="dimmed" truncate>
              {[person.city, person.email].filter(Boolean).join(' · ')}
            </Text>
          </Stack>
        </Group>
      ))}
    </Stack>
  );
}
