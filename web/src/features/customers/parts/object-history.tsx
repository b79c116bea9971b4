import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/shared/ui/numbers';
import { nameIn, useAttributeText } from '../attribute-text';
import { objectHistoryQuery, type ObjectChange, type ObjectType } from '../objects';

type ObjectHistoryProps = { id: string; type: ObjectType };

/** What happened to an object, by whom and when. */
export function ObjectHistory({ id, type }: ObjectHistoryProps) {
  const { t } = useTranslation('customers');
  const { data: changes = [] } = useQuery(objectHistoryQuery(id));
  const said = useSaid(type);
  return (
    <Stack gap={4} role="group" aria-label={t('objects.history')}>
      <Text size="xs" fw={550}>
        {t('objects.history')}
      </Text>
      {changes.map((change, place) => (
        <Text key={place} size="xs">
          {said(change)}{' '}
          <Text span inherit c="dimmed">
            {change.actorName ?? change.actor} · <DateText value={change.at} as="date" />
          </Text>
        </Text>
      ))}
    </Stack>
  );
}

function useSaid(type: ObjectType): (change: ObjectChange) => string {
  const { t, i18n } = useTranslation('customers');
  const textOf = useAttributeText();
  return ({ what, attribute, value }) => {
    const field = type.fields.find(({ key }) => key === attribute);
    if (field) return `${nameIn(field.label, field.key, i18n.language)}: ${textOf(field, value) || '—'}`;
    return t(`objects.what.${what}`) + (what === 'key' && value ? `: ${String(value)}` : '');
  };
}
