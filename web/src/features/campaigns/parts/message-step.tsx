import { Button, Group, Select, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { RouteLink } from '@/shared/ui/route-link';
import { templatesQuery } from '../choices';
import { type DraftPartProps } from './audience-step';
import { MessagePreview } from './message-preview';

export function MessageStep({ draft, onChange }: DraftPartProps) {
  const { t } = useTranslation('campaigns');
  const { data, error, refetch } = useQuery(templatesQuery);
  const editor = `/templates/${draft.templateId ?? 'new'}`;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Stack gap="md">
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        <Select
          label={t('fields.template')}
          description={t('fields.templateHint')}
          placeholder={t('fields.templateNone')}
          searchable
          nothingFoundMessage={t('fields.nothing')}
          data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.templateId ?? null}
          onChange={(templateId) => onChange({ templateId })}
        />
        <Group gap="xs">
          {draft.templateId && (
            <Button component={RouteLink} href={editor} variant="default" size="xs">
              {t('fields.editTemplate')}
            </Button>
          )}
          <Button component={RouteLink} href="/templates/new" variant="default" size="xs">
            {t('fields.newTemplate')}
          </Button>
        </Group>
      </Stack>
      <MessagePreview templateId={draft.templateId ?? null} />
    </SimpleGrid>
  );
}
