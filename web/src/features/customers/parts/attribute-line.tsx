import { Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSourceName } from '@/shared/lib/source-name';
import { DateText } from '@/shared/ui/numbers';
import { nameIn, useAttributeText } from '../attribute-text';
import { historyQuery, type CustomerCard } from '../customer-card';
import { type CustomerAttribute } from '../edit-customer';
import { Line } from './line';

type AttributeLineProps = { card: CustomerCard; attribute: CustomerAttribute };

/** The value of a custom attribute; a click tells what it is for, where it comes from and what it was before. */
export function AttributeLine({ card, attribute }: AttributeLineProps) {
  const { i18n } = useTranslation('customers');
  const textOf = useAttributeText();
  const said = textOf(attribute, card.attributes[attribute.key]);
  if (!said) return null;
  return (
    <Line label={nameIn(attribute.label, attribute.key, i18n.language)}>
      <Popover position="bottom-end" shadow="md" width={280} trapFocus>
        <Popover.Target>
          <UnstyledButton fz="inherit" ta="right" style={{ borderBottom: '1px dotted currentColor' }}>
            {said}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Told card={card} attribute={attribute} />
        </Popover.Dropdown>
      </Popover>
    </Line>
  );
}

function Told({ card, attribute }: AttributeLineProps) {
  const { t } = useTranslation('customers');
  const textOf = useAttributeText();
  const sourceName = useSourceName();
  const { data: history = [] } = useQuery(historyQuery(card.id, attribute.key));
  return (
    <Stack gap={6}>
      {attribute.purpose && <Text size="sm">{attribute.purpose}</Text>}
      <Text size="xs" c="dimmed">
        {t(`attributes.bases.${attribute.basis}`)}
      </Text>
      {history.map((given, place) => (
        <Text key={place} size="xs">
          {textOf(attribute, given.value) || '—'}{' '}
          <Text span inherit c="dimmed">
            {sourceName(given.source)} · <DateText value={given.givenAt} as="date" />
          </Text>
        </Text>
      ))}
    </Stack>
  );
}
