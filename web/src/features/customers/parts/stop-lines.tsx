import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/shared/ui/numbers';
import { consentsQuery, type CustomerConsents } from '../customer-card';

type Why = Pick<CustomerConsents['stops'][number], 'reason' | 'said'>;

/** Our reason, and the words of the file that brought it. */
export function useStopWhy(): (stop: Why) => string {
  const { t } = useTranslation('customers');
  return ({ reason, said }) => {
    const ours = t(`stop.reason.${reason}`);
    return said ? `${ours}: ${t(`stop.reason.${said}`, { defaultValue: said })}` : ours;
  };
}

/** On which channels an address gets nothing, since when and why. */
export function StopLines({ id, address }: { id: string; address: string }) {
  const { t } = useTranslation('customers');
  const why = useStopWhy();
  const { data } = useQuery(consentsQuery(id));
  const stops = data?.stops.filter((stop) => stop.address === address) ?? [];
  return stops.map((stop) => (
    <Group key={stop.id} gap={6} align="flex-start" wrap="nowrap">
      <Badge color="red" variant="light" size="sm" style={{ flexShrink: 0 }}>
        {t('stop.badge')}
      </Badge>
      <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
        {t('stop.since', { channel: t(`channel.${stop.channel}`), why: why(stop) })}
        {' · '}
        <DateText value={stop.since} as="date" />
      </Text>
    </Group>
  ));
}
