import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { fieldRightsQuery, useRoleChoices, useSaveAudience, type Audience, type GovernedField } from '../field-rights';
import { AudienceInput } from './audience-input';

/** Who sees and changes the fields that every customer has. */
export function UsualFields() {
  const { t } = useTranslation('customers');
  const { data } = useQuery(fieldRightsQuery);
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2}>{t('attributes.usual')}</Title>
        <Text size="sm" c="dimmed">
          {t('attributes.usualText')}
        </Text>
        {data?.items.map((item) => <UsualField key={item.field} item={item} />)}
      </Stack>
    </Paper>
  );
}

function UsualField({ item }: { item: GovernedField }) {
  const { t } = useTranslation(['customers', 'shared']);
  const [draft, setDraft] = useState<Audience | null>(null);
  const save = useSaveAudience();
  const onError = useNotifyProblem();
  const known: Audience = { seenBy: item.seenBy ?? null, editedBy: item.editedBy ?? null };
  const keep = (audience: Audience) =>
    save.mutate(
      { field: item.field, audience },
      {
        onSuccess: () => {
          notifyDone(t('attributes.saved'));
          setDraft(null);
        },
        onError,
      },
    );
  return (
    <Stack gap="xs" role="group" aria-label={t(`input.${item.field}`)}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <div>
          <Text size="sm" fw={550}>
            {t(`input.${item.field}`)}
          </Text>
          <Text size="sm" c="dimmed">
            <Said roles={known.seenBy} />
          </Text>
        </div>
        {!draft && (
          <Button size="compact-sm" variant="default" onClick={() => setDraft(known)}>
            {t('attributes.edit')}
          </Button>
        )}
      </Group>
      {draft && (
        <>
          <AudienceInput audience={draft} onChange={setDraft} />
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={() => setDraft(null)}>
              {t('shared:cancel')}
            </Button>
            <Button size="xs" loading={save.isPending} onClick={() => keep(draft)}>
              {t('shared:save')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

/** Who sees it, in words. */
export function Said({ roles }: { roles: string[] | null }) {
  const { t } = useTranslation('customers');
  const names = new Map(useRoleChoices().map(({ value, label }) => [value, label]));
  if (roles === null) return t('attributes.everybody');
  if (roles.length === 0) return t('attributes.onlyOwner');
  return t('attributes.seenByOnly', { roles: roles.map((role) => names.get(role) ?? role).join(', ') });
}
