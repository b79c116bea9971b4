import { Badge, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSourceName } from '@/shared/lib/source-name';
import { ErrorState } from '@/shared/ui/error-state';
import { DateText } from '@/shared/ui/numbers';
import { consentsQuery } from '../customer-card';
import { ConsentForm } from './consent-form';
import { Panel } from './panel';

const colors: Record<string, string> = { GRANTED: 'pine', WITHDRAWN: 'red', SUPPRESSED: 'red', ABSENT: 'gray' };

/** Where the customer stands, and the proof. */
export function ConsentsPanel({ id }: { id: string }) {
  const sourceName = useSourceName();
  const { t } = useTranslation('customers');
  const { data, error } = useQuery(consentsQuery(id));
  return (
    <Panel title={t('card.consents')} beside={<ConsentForm id={id} />}>
      {error && <ErrorState error={error} />}
      {!data && !error && <Skeleton h={64} />}
      {data?.standings.map(({ channel, purpose, standing, stopped }) => (
        <Group key={`${channel} ${purpose}`} justify="space-between" gap="xs" wrap="nowrap">
          <Text size="sm">
            {t(`channel.${channel}`)} · {t(`purpose.${purpose}`)}
          </Text>
          <Group gap={4} justify="flex-end">
            <Badge variant="light" color={stopped ? 'gray' : (colors[standing] ?? 'gray')}>
              {t(`standing.${standing}`)}
            </Badge>
            {stopped && (
              <Badge variant="light" color="red">
                {t('stop.badge')}
              </Badge>
            )}
          </Group>
        </Group>
      ))}
      {data?.standings.some(({ stopped }) => stopped) && (
        <Text size="xs" c="red">
          {t('stop.nothing')}
        </Text>
      )}
      {data && data.evidence.length > 0 && (
        <Stack gap={4}>
          <Text size="xs" c="dimmed" fw={600}>
            {t('card.evidence')}
          </Text>
          {data.evidence.slice(0, 5).map((proof) => (
            <Text key={proof.id} size="xs" c="dimmed">
              <DateText value={proof.givenAt} as="date" />
              {' · '}
              {t(`timeline.consent.${proof.action}`, {
                channel: t(`channel.${proof.channel}`),
                purpose: t(`purpose.${proof.purpose}`, { defaultValue: proof.purpose }),
              })}
              {' · '}
              {proof.how ? t(`how.${proof.how}`) : proof.source && sourceName(proof.source)}
              {proof.note && `: ${proof.note}`}
            </Text>
          ))}
        </Stack>
      )}
    </Panel>
  );
}
