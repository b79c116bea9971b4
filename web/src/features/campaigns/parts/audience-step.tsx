import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { NumberText } from '@/shared/ui/numbers';
import { RouteLink } from '@/shared/ui/route-link';
import { type CampaignDraft } from '../campaigns';
import { segmentsQuery } from '../choices';

export type DraftPartProps = { draft: CampaignDraft; onChange: (part: Partial<CampaignDraft>) => void };

export function AudienceStep({ draft, onChange }: DraftPartProps) {
  const { t } = useTranslation('campaigns');
  const { data, error, refetch } = useQuery(segmentsQuery);
  const chosen = data?.items.find(({ segment }) => segment.id === draft.segmentId)?.segment;
  return (
    <Stack gap="md" maw={560}>
      <TextInput
        label={t('fields.name')}
        description={t('fields.nameHint')}
        value={draft.name}
        maxLength={200}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <Select
        label={t('fields.segment')}
        description={t('fields.segmentHint')}
        placeholder={t('fields.segmentNone')}
        searchable
        nothingFoundMessage={t('fields.nothing')}
        data={(data?.items ?? []).map(({ segment }) => ({ value: segment.id, label: segment.name }))}
        value={draft.segmentId ?? null}
        onChange={(segmentId) => onChange({ segmentId })}
      />
      {chosen?.membership && (
        <Text c="dimmed">
          {t('fields.members')} <NumberText value={chosen.membership.size} c="var(--mantine-color-text)" fw={620} />
        </Text>
      )}
      <Group>
        <Button component={RouteLink} href="/segments/new" variant="default" size="xs">
          {t('fields.newSegment')}
        </Button>
      </Group>
    </Stack>
  );
}
