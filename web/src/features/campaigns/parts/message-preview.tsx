import { Box, Center, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { styleNonce } from '@/shared/lib/style-nonce';
import { ErrorState } from '@/shared/ui/error-state';
import { messageQuery } from '../message';

const FRAME_HEIGHT = 400;
const HEIGHT = FRAME_HEIGHT + 32;

/** The same height before, while and after it is loaded: nothing below jumps away from under the pointer. */
export function MessagePreview({ templateId }: { templateId: string | null }) {
  const { t } = useTranslation('campaigns');
  return (
    <Box mih={HEIGHT}>
      {templateId ? (
        <Loaded templateId={templateId} />
      ) : (
        <Center h={HEIGHT} bd="1px dashed var(--mantine-color-default-border)" bdrs="md" p="md">
          <Text c="dimmed" ta="center">
            {t('fields.previewNone')}
          </Text>
        </Center>
      )}
    </Box>
  );
}

function Loaded({ templateId }: { templateId: string }) {
  const { t } = useTranslation('campaigns');
  const { data, error } = useQuery(messageQuery(templateId));
  if (error) return <ErrorState error={error} />;
  if (!data) return <Skeleton h={HEIGHT} />;
  return (
    <Stack gap={6}>
      <Text fw={620} truncate>
        {data.subject}
      </Text>
      <Box
        component="iframe"
        title={t('fields.preview')}
        sandbox=""
        srcDoc={data.html.replaceAll(/<style\b/gi, `<style nonce="${styleNonce()}"`)}
        h={FRAME_HEIGHT}
        w="100%"
        bg="white"
        style={{ border: '1px solid var(--mantine-color-default-border)', borderRadius: 6, colorScheme: 'light' }}
      />
    </Stack>
  );
}
