import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSourceName } from '@/shared/lib/source-name';
import { type MoneyValue } from '@/shared/lib/format';
import { useFormat } from '@/shared/lib/use-format';
import { TextLink } from '@/shared/ui/route-link';
import { nameIn } from '../attribute-text';
import { type TimelineEntry } from '../customer-card';
import { attributesQuery } from '../edit-customer';

type Data = Record<string, unknown>;
const text = (data: Data, key: string): string => String(data[key] ?? '');

/** One line that says what happened; a kind that this screen does not know yet is shown by its name. */
export function TimelineSentence({ entry }: { entry: TimelineEntry }) {
  const sentence = useSentence(entry.kind, entry.data);
  const detail = useDetail(entry.data);
  const href = placeOf(entry);
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
      {href ? <TextLink href={href}>{sentence}</TextLink> : sentence}
      {detail && (
        <Text span inherit c="dimmed">
          {' · '}
          {detail}
        </Text>
      )}
    </Text>
  );
}

/** Where more is told about it. */
function placeOf({ kind, id, data }: TimelineEntry): string | undefined {
  if (kind === 'order') return `/orders/${id}`;
  return data['campaignId'] ? `/campaigns/${text(data, 'campaignId')}` : undefined;
}

function useSentence(kind: string, data: Data): string {
  const { t, i18n } = useTranslation('customers');
  const format = useFormat();
  const own = useQuery(attributesQuery).data ?? [];
  const names = new Map(own.map(({ key, label }) => [key, nameIn(label, key, i18n.language)]));
  switch (kind) {
    case 'order':
      return t('timeline.order', {
        total: format.money(data['total'] as MoneyValue),
        status: t(`status.${text(data, 'status')}`, { defaultValue: text(data, 'status') }),
        id: text(data, 'externalId'),
      });
    case 'consent':
      return t(`timeline.consent.${text(data, 'action')}`, {
        channel: t(`channel.${text(data, 'channel')}`),
        purpose: t(`purpose.${text(data, 'purpose')}`, { defaultValue: text(data, 'purpose') }),
      });
    case 'message':
      return t('timeline.message', {
        subject: text(data, 'subject'),
        state: t(`messageState.${text(data, 'state')}`, { defaultValue: text(data, 'state') }),
      });
    case 'note':
      return text(data, 'body');
    case 'step':
      return t('timeline.step', { what: text(data, 'what') });
    case 'file':
      return t('timeline.file', { name: text(data, 'name') });
    case 'edit':
      return t('timeline.edit', { fields: editedFields(data, t, names) });
    default:
      return kind;
  }
}

function editedFields(data: Data, t: TFunction<'customers'>, names: Map<string, string>): string {
  const { attributes, ...fields } = (data['said'] ?? {}) as Data & { attributes?: Data };
  const said = Object.entries(fields).map(([key, value]) => [t(`input.${key}`, { defaultValue: key }), value] as const);
  const own = Object.entries(attributes ?? {}).map(([key, value]) => [names.get(key) ?? key, value] as const);
  return [...said, ...own].map(([name, value]) => `${name} ${String(value ?? '—').replaceAll('\n', ', ')}`).join(', ');
}

/** Why a message was not sent, which link was followed, where a consent comes from. */
function useDetail(data: Data): string | undefined {
  const sourceName = useSourceName();
  const { t } = useTranslation('customers');
  if (data['reason']) return t(`messageReason.${text(data, 'reason')}`, { defaultValue: text(data, 'reason') });
  if (data['url']) return text(data, 'url');
  if (data['how']) return `${t(`how.${text(data, 'how')}`)}: ${text(data, 'note')}`;
  return data['source'] ? sourceName(text(data, 'source')) : undefined;
}
