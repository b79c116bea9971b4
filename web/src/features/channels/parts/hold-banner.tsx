import { Alert, List, Stack, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { Permitted } from '@/shared/ui/permitted';
import { RouteLink } from '@/shared/ui/route-link';
import { holdQuery, useRelease } from '../hold';

/** After a restore nothing is sent: says why on every screen, what would go on, and lets a person release it. */
export function HoldBanner() {
  const { t, i18n } = useTranslation('channels');
  const hold = useQuery(holdQuery).data;
  const release = useRelease();
  if (!hold?.held) return null;
  const made = hold.backupMadeAt
    ? new Date(hold.backupMadeAt).toLocaleString(i18n.language, { dateStyle: 'long', timeStyle: 'short' })
    : '';
  return (
    <Alert color="orange" icon={<IconPlayerPause />} title={t('hold.title')} mb="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('hold.text', { made })}</Text>
        {hold.sendings.length > 0 && (
          <List size="sm">
            {hold.sendings.map((sending) => (
              <List.Item key={sending.id}>
                {t('hold.waiting', { name: sending.name, count: sending.messages })}
              </List.Item>
            ))}
          </List>
        )}
        <RouteLink href="/campaigns">{t('hold.look')}</RouteLink>
        <Permitted need="campaigns.launch">
          <ConfirmButton
            size="sm"
            danger={false}
            question={t('hold.question')}
            consequence={t('hold.consequence', { made })}
            confirm={t('hold.release')}
            loading={release.isPending}
            onConfirm={() => release.mutate()}
          >
            {t('hold.release')}
          </ConfirmButton>
        </Permitted>
      </Stack>
    </Alert>
  );
}
