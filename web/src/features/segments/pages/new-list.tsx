import { Button, Group, Paper, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotifyProblem } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { RouteLink } from '@/shared/ui/route-link';
import { useNewList } from '../list';
import { ListResult } from '../parts/list-result';
import { PeopleLines } from '../parts/people-lines';

/** A segment of people who are named one by one. */
export function NewListPage() {
  const { t } = useTranslation('segments');
  const [name, setName] = useState('');
  const [people, setPeople] = useState('');
  const create = useNewList();
  const problem = useNotifyProblem();
  const made = create.data;
  return (
    <Page
      title={t('byHand.newTitle')}
      description={t('byHand.newText')}
      crumbs={[{ label: t('navigation.segments'), href: '/segments' }]}
    >
      <Paper maw={760}>
        <Stack gap="md">
          <TextInput
            label={t('form.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={120}
            required
          />
          <PeopleLines value={people} onChange={setPeople} />
          {made && <ListResult change={made} added />}
          <Group gap="xs">
            {made ? (
              <Button component={RouteLink} href={'/segments/' + made.segment}>
                {t('byHand.open')}
              </Button>
            ) : (
              <Button
                disabled={!name.trim() || !people.trim()}
                loading={create.isPending}
                onClick={() => create.mutate({ name, people }, { onError: problem })}
              >
                {t('byHand.make')}
              </Button>
            )}
          </Group>
        </Stack>
      </Paper>
    </Page>
  );
}
