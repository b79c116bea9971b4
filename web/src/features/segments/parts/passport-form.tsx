import { Button, Group, Select, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '@/shared/api/colleagues';
import { useMay } from '@/shared/api/permission';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { goals, kpis, passportTexts, priorities, useChangePassport, type Passport, type PassportVersion } from '../passport';
import { PlanEditor } from './plan-editor';

type PassportFormProps = { id: string; version: PassportVersion; onClose: () => void };

/** In the place of what it changes; what was said before stays in the history. */
export function PassportForm({ id, version, onClose }: PassportFormProps) {
  const { t } = useTranslation('segments');
  const [said, setSaid] = useState<Passport>(version.passport);
  const change = useChangePassport(id);
  const undo = useNotifyUndo();
  const problem = useNotifyProblem();
  const owners = useOwners();
  const set = (part: Partial<Passport>) => setSaid({ ...said, ...part });
  const save = () =>
    change.mutate(
      { version: version.version, passport: said },
      {
        onSuccess: (saved) => {
          onClose();
          undo(t('passport.saved'), () =>
            change.mutate({ version: saved.version, passport: version.passport }, { onError: problem }),
          );
        },
        onError: problem,
      },
    );
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
        <Select
          label={t('passport.goal')}
          data={goals.map((value) => ({ value, label: t(`passport.goals.${value}`) }))}
          value={said.goal ?? null}
          onChange={(goal) => set({ goal })}
          clearable
        />
        <Select
          label={t('passport.priority')}
          data={priorities.map((value) => ({ value, label: t(`passport.priorities.${value}`) }))}
          value={said.priority ?? null}
          onChange={(priority) => set({ priority })}
          clearable
        />
        <Select
          label={t('passport.owner')}
          data={owners}
          value={said.owner ?? null}
          onChange={(owner) => set({ owner })}
          searchable
          clearable
        />
        <Select
          label={t('passport.kpi')}
          data={kpis.map((value) => ({ value, label: t(`passport.kpis.${value}`) }))}
          value={said.kpi ?? null}
          onChange={(kpi) => set({ kpi, plan: kpi === said.kpi ? said.plan : [] })}
          clearable
        />
      </SimpleGrid>
      {said.kpi && <PlanEditor kpi={said.kpi} plan={said.plan} onChange={(plan) => set({ plan })} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {passportTexts.map((part) => (
          <Textarea
            key={part}
            label={t(`passport.${part}`)}
            placeholder={t(`passport.hint.${part}`)}
            value={said[part]}
            onChange={(event) => set({ [part]: event.currentTarget.value })}
            maxLength={4000}
            autosize
            minRows={2}
            maxRows={10}
          />
        ))}
      </SimpleGrid>
      <Group gap="xs">
        <Button loading={change.isPending} onClick={save}>
          {t('passport.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('form.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function useOwners() {
  const may = useMay();
  const { data } = useQuery({ ...colleaguesQuery, enabled: may('customers.read') });
  return data?.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })) ?? [];
}
