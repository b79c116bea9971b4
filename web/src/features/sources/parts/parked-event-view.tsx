import { Button, Code, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { useNotifyProblem } from '@/shared/ui/notify';
import { parkedEventQuery, useDropParked } from '../events';
import { useReplayTold } from './use-replay-told';

/** One refused event as it came, as text and nothing else. */
export function ParkedEventView({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('sources');
  const { data, error } = useQuery(parkedEventQuery(id));
  const replay = useReplayTold();
  const drop = useDropParked();
  const onError = useNotifyProblem();
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={620}>{t('events.one')}</Text>}>
      {error ? (
        <ErrorState error={error} />
      ) : !data ? (
        <Skeleton h={160} />
      ) : (
        <Stack gap="md">
          <div>
            <Text fw={550}>{t(`events.reasons.${data.reason}`)}</Text>
            <Text size="sm" c="dimmed" lang="en">
              {data.detail}
            </Text>
          </div>
          <Code
            block
            mah={320}
            tabIndex={0}
            role="region"
            aria-label={t('events.one')}
            style={{ overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {data.body}
          </Code>
          {!data.whole && <Text size="sm">{t('events.cut')}</Text>}
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              leftSection={<IconTrash size={16} />}
              loading={drop.isPending}
              onClick={() => drop.mutate(id, { onSuccess: onClose, onError })}
            >
              {t('events.drop')}
            </Button>
            <Button
              leftSection={<IconRefresh size={16} />}
              disabled={!data.whole}
              loading={replay.isPending}
              onClick={() => replay.mutate({ id }, onClose)}
            >
              {t('events.replay')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
