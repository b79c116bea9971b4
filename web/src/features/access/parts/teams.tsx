import { Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { teamsQuery, useAddTeam, usePutIntoTeam, useRemoveTeam } from '../teams';
import { type User } from '../users';

/** The teams there are, and one more. */
export function Teams() {
  const { t } = useTranslation('access');
  const { data: teams = [] } = useQuery(teamsQuery);
  const remove = useRemoveTeam();
  const onError = useNotifyProblem();
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2}>{t('teams.title')}</Title>
        <Text c="dimmed">{t('teams.text')}</Text>
        {teams.map(({ id, name }) => (
          <Group key={id} justify="space-between">
            <Text>{name}</Text>
            <ConfirmButton
              size="compact-sm"
              question={t('teams.removeQuestion', { name })}
              confirm={t('teams.remove')}
              onConfirm={() => remove.mutate(id, { onError })}
            >
              {t('teams.remove')}
            </ConfirmButton>
          </Group>
        ))}
        <AddTeam />
      </Stack>
    </Paper>
  );
}

function AddTeam() {
  const { t } = useTranslation('access');
  const add = useAddTeam();
  const fieldProblem = useFieldProblem();
  const onError = useNotifyProblem();
  const form = useForm({ initialValues: { name: '' } });
  const submit = form.onSubmit(({ name }) =>
    add.mutate(name, {
      onSuccess: form.reset,
      onError: (error) => {
        fieldProblem(error, form);
        onError(error);
      },
    }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput label={t('teams.name')} maxLength={60} {...form.getInputProps('name')} />
        <Button type="submit" variant="default" loading={add.isPending} disabled={form.values.name.trim() === ''}>
          {t('teams.add')}
        </Button>
      </Group>
    </form>
  );
}

export function TeamChoice({ user }: { user: User }) {
  const { t } = useTranslation('access');
  const { data: teams = [] } = useQuery(teamsQuery);
  const put = usePutIntoTeam();
  const onError = useNotifyProblem();
  return (
    <Select
      aria-label={t('teams.of', { name: user.name || user.email })}
      size="xs"
      clearable
      placeholder={t('teams.none')}
      data={teams.map(({ id, name }) => ({ value: id, label: name }))}
      value={user.team ?? null}
      onChange={(team) => put.mutate({ id: user.id, team }, { onSuccess: () => notifyDone(t('teams.changed')), onError })}
    />
  );
}
