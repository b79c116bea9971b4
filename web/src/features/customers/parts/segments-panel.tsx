import { Badge, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { RouteLink } from '@/shared/ui/route-link';
import { segmentsQuery } from '../customer-segments';
import { Panel } from './panel';
import { SegmentWhy } from './segment-why';

export function SegmentsPanel({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const { data, error } = useQuery(segmentsQuery(id));
  return (
    <Panel title={t('card.segments')} beside={data && <SegmentWhy customer={id} segments={data} />}>
      {error && <ErrorState error={error} />}
      {!data && !error && <Skeleton h={28} />}
      {data?.length === 0 && <Text c="dimmed">{t('card.noSegments')}</Text>}
      <Group gap={6}>
        {data?.map((segment) => (
          <Badge
            key={segment.id}
            component={RouteLink}
            href={'/segments/' + segment.id}
            variant="light"
            tt="none"
          >
            {segment.name}
          </Badge>
        ))}
      </Group>
    </Panel>
  );
}
