import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { useDomains, useKeepDomains } from '../quality';

/** Domains whose mailboxes live for an hour: the owner's own list, one a line. */
export function DisposableDomains() {
  const { t } = useTranslation('duplicates');
  const { data } = useDomains();
  const keep = useKeepDomains();
  const problem = useNotifyProblem();
  const [draft, setDraft] = useState<string | null>(null);
  if (!data) return null;
  const text = draft ?? data.join('\n');
  const save = () =>
    keep.mutate(text.split(/\s+/), {
      onSuccess: () => {
        setDraft(null);
        notifyDone(t('quality.domainsKept'));
      },
      onError: problem,
    });
  return (
    <Paper>
      <Stack gap="xs">
        <Text fw={550}>{t('quality.domains')}</Text>
        <Textarea
          aria-label={t('quality.domains')}
          description={t('quality.domainsText')}
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          onChange={({ currentTarget }) => setDraft(currentTarget.value)}
        />
        <Group>
          <Button variant="default" disabled={draft === null} loading={keep.isPending} onClick={save}>
            {t('quality.keepDomains')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
