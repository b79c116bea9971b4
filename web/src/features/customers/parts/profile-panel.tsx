import { Badge, Group, Skeleton, Stack, Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ReactNode } from 'react';
import { DateText } from '@/shared/ui/numbers';
import { type CustomerCard } from '../customer-card';
import { Panel } from './panel';

type Contact = CustomerCard['contacts'][number];

export function ProfilePanel({ card }: { card: CustomerCard | undefined }) {
  const { t, i18n } = useTranslation('customers');
  if (!card) return <Skeleton h={280} />;
  const language = card.language && new Intl.DisplayNames([i18n.language], { type: 'language' }).of(card.language);
  return (
    <Stack gap="md">
      <Panel title={t('card.contacts')}>
        {card.contacts.length === 0 && <Text c="dimmed">{t('card.noContacts')}</Text>}
        {card.contacts.map((contact) => (
          <ContactLine key={`${contact.kind} ${contact.value} ${contact.source}`} contact={contact} />
        ))}
      </Panel>
      <Panel title={t('card.about')}>
        <Line label={t('field.city')}>{[card.city, card.region, card.country].filter(Boolean).join(', ')}</Line>
        <Line label={t('field.language')}>{language}</Line>
        <Line label={t('field.zone')}>{card.zone}</Line>
        <Line label={t('field.birthDate')}>{card.birthDate && <DateText value={card.birthDate} as="day" />}</Line>
        <Line label={t('field.sex')}>{card.sex && t(`sex.${card.sex}`)}</Line>
        {Object.entries(card.attributes).map(([key, value]) => (
          <Line key={key} label={key}>
            {String(value)}
          </Line>
        ))}
        <Line label={t('field.createdAt')}>
          <DateText value={card.createdAt} as="date" />
        </Line>
        <Line label={t('field.source')}>{card.firstSource}</Line>
        <Line label={t('field.externalId')}>{card.externalIds.map(({ value }) => value).join(', ')}</Line>
      </Panel>
    </Stack>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
      <Text c="dimmed" size="sm">
        {label}
      </Text>
      <Text component="div" size="sm" ta="right" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </Group>
  );
}

const validityColors: Record<string, string> = { valid: 'pine', invalid: 'red', unchecked: 'gray' };

function ContactLine({ contact }: { contact: Contact }) {
  const { t } = useTranslation('customers');
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }} td={contact.validity === 'invalid' ? 'line-through' : undefined}>
          {contact.value}
        </Text>
        <Tooltip label={contact.invalidReason ?? t(`validityHint.${contact.validity}`)}>
          <Badge variant="light" color={validityColors[contact.validity] ?? 'gray'} style={{ flexShrink: 0 }}>
            {t(`validity.${contact.validity}`)}
          </Badge>
        </Tooltip>
      </Group>
      <Text size="xs" c="dimmed">
        {t('card.confirmed', { source: contact.source })} <DateText value={contact.confirmedAt} as="date" />
      </Text>
    </div>
  );
}
