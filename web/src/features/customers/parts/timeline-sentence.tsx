import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type MoneyValue } from '@/shared/lib/format';
import { type TimelineEntry } from '../customer-card';

type Data = Record<string, unknown>;
const text = (data: Data, key: string): string => String(data[key] ?? '');

/** One line that says what happened; a kind that this screen does not know yet is shown by its name. */
export function TimelineSentence({ entry }: { entry: TimelineEntry }) {
  const sentence = useSentence(entry.kind, entry.data);
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {sentence}
    </Text>
  );
}

function useSentence(kind: string, data: Data): string {
  const { t } = useTranslation('customers');
  const format = useFormat();
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
        purpose: t(`purpose.${text(data, 'purpose')}`),
      });
    case 'message':
      return t('timeline.message', {
        subject: text(data, 'subject'),
        state: t(`messageState.${text(data, 'state')}`, { defaultValue: text(data, 'state') }),
      });
    default:
      return kind;
  }
}
