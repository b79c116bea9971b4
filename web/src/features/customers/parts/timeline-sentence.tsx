import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSourceName } from '@/shared/lib/source-name';
import { type MoneyValue } from '@/shared/lib/format';
import { useFormat } from '@/shared/lib/use-format';
import { TextLink } from '@/shared/ui/route-link';
import { nameIn, useAttributeText } from '../attribute-text';
import { type TimelineEntry } from '../customer-card';
import { attributesQuery } from '../edit-customer';
import { ownKey, saidIn } from '../said';
import { isTag } from '../tags';
import { useStopWhy } from './stop-lines';

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
  if (kind === 'merge' && data['undone']) return `/customers/${text(data, 'customerId')}`;
  return data['campaignId'] ? `/campaigns/${text(data, 'campaignId')}` : undefined;
}

function useSentence(kind: string, data: Data): string {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const editOf = useEditText();
  const mergeOf = useMergeText();
  switch (kind) {
    case 'order':
      return t('timeline.order', {
        total: format.money(data['total'] as MoneyValue),
        status: t(`status.${text(data, 'status')}`, { defaultValue: text(data, 'status') }),
        id: text(data, 'externalId'),
      });
    case 'consent':
      return t(`timeline.consent.${text(data, 'action')}${data['address'] ? 'Of' : ''}`, {
        address: text(data, 'address'),
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
      return t('timeline.edit', { fields: editOf(data) });
    case 'owner':
      return t(`timeline.owner.${!data['to'] ? 'taken' : data['from'] ? 'handed' : 'given'}`, {
        from: text(data, 'from'),
        to: text(data, 'to'),
      });
    case 'merge':
      return mergeOf(data);
    default:
      return kind;
  }
}

/** With whom the person was found to be one, and how that is known. */
function useMergeText(): (data: Data) => string {
  const { t } = useTranslation('customers');
  const format = useFormat();
  return (data) => {
    const name = text(data, 'name') || t('list.nameless');
    if (data['undone']) return t(`timeline.merge.${data['gone'] ? 'back' : 'undone'}`, { name });
    const score = typeof data['score'] === 'number' ? format.percent(data['score']) : '';
    return t('timeline.merge.merged', { name, cause: t(`timeline.merge.cause.${text(data, 'cause')}`, { score }) });
  };
}

/** Each field with its value before and after, as the card shows them. */
function useEditText(): (data: Data) => string {
  const { t, i18n } = useTranslation('customers');
  const textOf = useAttributeText();
  const own = new Map((useQuery(attributesQuery).data ?? []).map((one) => [one.key, one]));
  const named = (field: string): string => {
    const attribute = own.get(ownKey(field) ?? '');
    return attribute ? nameIn(attribute.label, attribute.key, i18n.language) : t(`input.${field}`, { defaultValue: ownKey(field) ?? field });
  };
  const shown = (field: string, value: unknown): string => {
    const attribute = own.get(ownKey(field) ?? '');
    if (attribute) return textOf(attribute, value);
    return typeof value === 'boolean' ? t(`truth.${value}`) : String(value ?? '').replaceAll('\n', ', ');
  };
  return (data) => {
    const was = (data['was'] ?? {}) as Data;
    return Object.entries(saidIn(data))
      .map(([field, value]) => {
        if (isTag(ownKey(field) ?? '')) return t(value === true ? 'timeline.tagged' : 'timeline.untagged', { name: named(field) });
        const before = shown(field, was[field]);
        const now = shown(field, value) || '—';
        return `${named(field)} ${before ? `${before} → ${now}` : now}`;
      })
      .join(', ');
  };
}

/** Why a message was not sent, which link was followed, where a consent comes from. */
function useDetail(data: Data): string | undefined {
  const sourceName = useSourceName();
  const { t } = useTranslation('customers');
  const why = useStopWhy();
  if (data['by']) return text(data, 'by');
  if (data['why']) return why({ reason: text(data, 'why'), said: data['said'] as string | null });
  if (data['reason']) return t(`messageReason.${text(data, 'reason')}`, { defaultValue: text(data, 'reason') });
  if (data['url']) return text(data, 'url');
  if (data['how']) return `${t(`how.${text(data, 'how')}`)}: ${text(data, 'note')}`;
  return data['source'] ? sourceName(text(data, 'source')) : undefined;
}
