import { ActionIcon, Group, Skeleton, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSourceName } from '@/shared/lib/source-name';
import { DateText } from '@/shared/ui/numbers';
import { type CustomerCard } from '../customer-card';
import { attributesQuery, type CustomerAttribute } from '../edit-customer';
import { isTag } from '../tags';
import { AttributeLine } from './attribute-line';
import { ContactsPanel } from './contacts-panel';
import { Line } from './line';
import { OwnerPanel } from './owner-panel';
import { Panel } from './panel';
import { ProfileForm } from './profile-form';
import { TagsPanel } from './tags-panel';
import { Whence } from './whence';

export function ProfilePanel({ card }: { card: CustomerCard | undefined }) {
  const { t } = useTranslation('customers');
  const [editing, { open, close }] = useDisclosure(false);
  const attributes = (useQuery(attributesQuery).data ?? []).filter(({ key }) => !isTag(key));
  if (!card) return <Skeleton h={280} />;
  return (
    <Stack gap="md">
      <ContactsPanel card={card} />
      <TagsPanel card={card} />
      <OwnerPanel owned={{ kind: 'customers', id: card.id, ownerId: card.ownerId ?? null }} />
      <Panel
        title={t('card.about')}
        beside={
          !editing && (
            <Group gap={4}>
              <Whence id={card.id} />
              <ActionIcon variant="subtle" aria-label={t('edit.title')} onClick={open}>
                <IconPencil size={16} />
              </ActionIcon>
            </Group>
          )
        }
      >
        {editing ? (
          <ProfileForm card={card} attributes={attributes} close={close} />
        ) : (
          <Profile card={card} attributes={attributes} />
        )}
      </Panel>
    </Stack>
  );
}

function Profile({ card, attributes }: { card: CustomerCard; attributes: CustomerAttribute[] }) {
  const { t, i18n } = useTranslation('customers');
  const sourceName = useSourceName();
  const language = card.language && new Intl.DisplayNames([i18n.language], { type: 'language' }).of(card.language);
  return (
    <>
      <Line label={t('field.city')}>{[card.district, card.city, card.region, card.country].filter(Boolean).join(', ')}</Line>
      <Line label={t('field.language')}>{language}</Line>
      <Line label={t('field.zone')}>{card.zone}</Line>
      <Line label={t('field.birthDate')}>{card.birthDate && <DateText value={card.birthDate} as="day" />}</Line>
      <Line label={t('field.sex')}>{card.sex && t(`sex.${card.sex}`)}</Line>
      {attributes.map((attribute) => (
        <AttributeLine key={attribute.key} card={card} attribute={attribute} />
      ))}
      <Line label={t('field.createdAt')}>
        <DateText value={card.createdAt} as="date" />
      </Line>
      <Line label={t('field.source')}>{card.firstSource && sourceName(card.firstSource)}</Line>
      <Line label={t('field.lastSource')}>{card.lastSource && card.lastSource !== card.firstSource && sourceName(card.lastSource)}</Line>
      <Line label={t('field.externalId')}>
        {card.externalIds.map(({ source, value }) => `${value} · ${sourceName(source)}`).join(', ')}
      </Line>
    </>
  );
}
