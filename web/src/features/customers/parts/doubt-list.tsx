import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSourceName } from '@/shared/lib/source-name';
import { useNotifyProblem } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { TextLink } from '@/shared/ui/route-link';
import { doubtsQuery, useSettle, type IdentityDoubt } from '../identity';
import { useMerge } from '../merges';

/** Who may be one person: no rule decides, people do. */
export function DoubtList() {
  const { t } = useTranslation('customers');
  const { data } = useQuery(doubtsQuery);
  return (
    <Paper p="lg" component="section" aria-label={t('identity.doubts')}>
      <Stack gap="sm">
        <Title order={2} fz="md">
          {t('identity.doubts')}
        </Title>
        <Text size="sm" c={data?.length === 0 ? 'dimmed' : undefined}>
          {t(data?.length === 0 ? 'identity.noDoubts' : 'identity.doubtsHint')}
        </Text>
        {data?.map((doubt) => (
          <DoubtRow key={doubt.id} doubt={doubt} />
        ))}
      </Stack>
    </Paper>
  );
}

function DoubtRow({ doubt }: { doubt: IdentityDoubt }) {
  const { t } = useTranslation('customers');
  const sourceName = useSourceName();
  const merge = useMerge();
  const settle = useSettle();
  const onError = useNotifyProblem();
  const busy = merge.isPending || settle.isPending;
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div>
        <Group gap="xs">
          <TextLink href={'/customers/' + doubt.first} fw={550}>
            {doubt.firstName || t('list.nameless')}
          </TextLink>
          <Text span c="dimmed">
            ·
          </Text>
          <TextLink href={'/customers/' + doubt.second} fw={550}>
            {doubt.secondName || t('list.nameless')}
          </TextLink>
        </Group>
        <Text size="sm">{t(`identity.why.${doubt.why}`)}</Text>
        <Text size="xs" c="dimmed" component="div">
          {sourceName(doubt.source)} · <DateText value={doubt.at} as="date" size="xs" c="dimmed" />
        </Text>
      </div>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          onClick={() => merge.mutate({ kept: doubt.first, other: doubt.second, chosen: {} }, { onError })}
        >
          {t('identity.same')}
        </Button>
        <Button size="compact-sm" variant="subtle" disabled={busy} onClick={() => settle.mutate(doubt.id, { onError })}>
          {t('identity.two')}
        </Button>
      </Group>
    </Group>
  );
}
