import { Button, Group, Paper, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useGo, useUrlSearch } from '@/shared/lib/url';
import { useNotifyProblem } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { freshDraft, useCreateCampaign } from '../campaigns';

/** A name first: from then on everything is saved as it is decided. `?segment=` brings the audience along. */
export function NewCampaignPage() {
  const { t } = useTranslation('campaigns');
  const [search] = useUrlSearch();
  const [name, setName] = useState('');
  const go = useGo();
  const create = useCreateCampaign();
  const key = useIdempotencyKey();
  const onError = useNotifyProblem();
  const run = () =>
    create.mutate(
      {
        draft: { ...freshDraft, name, ...(search.segment && { segmentId: search.segment }) },
        headers: key.headers(),
      },
      { onSuccess: ({ id }) => go(`/campaigns/${id}`, { replace: true }), onError, onSettled: key.renew },
    );
  return (
    <Page
      size="narrow"
      title={t('new.title')}
      description={t('new.text')}
      crumbs={[{ label: t('list.title'), href: '/campaigns' }]}
    >
      <Paper p="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            run();
          }}
        >
          <Stack gap="md">
            <TextInput
              label={t('fields.name')}
              description={t('fields.nameHint')}
              value={name}
              maxLength={200}
              required
              data-autofocus
              autoFocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
                {t('new.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
    </Page>
  );
}
