import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { Permitted } from '@/shared/ui/permitted';
import { changedParts, useChangePassport, usePassportVersions, type PassportVersion } from '../passport';

/** Everything the passport said: who changed which part, and the way back. */
export function PassportHistory({ id, now }: { id: string; now: PassportVersion }) {
  const { t } = useTranslation('segments');
  const { data } = usePassportVersions(id, true);
  const change = useChangePassport(id);
  const onError = useNotifyProblem();
  if (!data) return <Skeleton h={60} />;
  const bringBack = ({ passport }: PassportVersion) =>
    change.mutate({ version: now.version, passport }, { onSuccess: () => notifyDone(t('passport.back')), onError });
  return (
    <Stack gap="xs">
      {data.map((version, index) => {
        const before = data[index + 1];
        const parts = before ? changedParts(before.passport, version.passport) : [];
        return (
          <Group key={version.version} justify="space-between" gap="xs">
            <Stack gap={0}>
              <Text size="sm">
                {before ? parts.map((part) => t(`passport.${part}`)).join(', ') || t('passport.nothingChanged') : t('passport.first')}
              </Text>
              <Text size="xs" c="dimmed">
                {version.by} <DateText value={version.at} as="relative" />
              </Text>
            </Stack>
            {version.version !== now.version && (
              <Permitted need="segments.edit">
                <Button size="compact-xs" variant="default" loading={change.isPending} onClick={() => bringBack(version)}>
                  {t('versions.bringBack')}
                </Button>
              </Permitted>
            )}
          </Group>
        );
      })}
    </Stack>
  );
}
