import { Box, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { styleNonce } from '@/shared/lib/style-nonce';
import { ErrorState } from '@/shared/ui/error-state';
import { messageQuery } from '../message';

export function MessagePreview({ templateId }: { templateId: string }) {
  const { t } = useTranslation('campaigns');
  const { data, error } = useQuery(messageQuery(templateId));
  if (error) return <ErrorState error={error} />;
  if (!data) return <Skeleton h={360} />;
  return (
    <Stack gap={6}>
      <Text fw={620}>{data.subject}</Text>
      <Box
        component="iframe"
        title={t('fields.preview')}
        sandbox=""
        srcDoc={data.html.replaceAll(/<style\b/gi, `<style nonce="${styleNonce()}"`)}
        h={400}
        w="100%"
        bg="white"
        style={{ border: '1px solid var(--mantine-color-default-border)', borderRadius: 6, colorScheme: 'light' }}
      />
    </Stack>
  );
}
