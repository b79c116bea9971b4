import { Badge, Button, Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconHistory, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '@/shared/api/colleagues';
import { useMay } from '@/shared/api/permission';
import { ErrorState } from '@/shared/ui/error-state';
import { Permitted } from '@/shared/ui/permitted';
import { passportTexts, usePassport, type Passport as Said } from '../passport';
import { KpiChart } from './kpi-chart';
import { PassportForm } from './passport-form';
import { PassportHistory } from './passport-history';

/** What the segment is for: goal, figure with plan and fact, owner, and what to do with its people. */
export function Passport({ id }: { id: string }) {
  const { t } = useTranslation('segments');
  const { data, error } = usePassport(id);
  const [open, setOpen] = useState<'edit' | 'history' | null>(null);
  const toggle = (part: 'edit' | 'history') => setOpen(open === part ? null : part);
  return (
    <Paper>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{t('passport.title')}</Title>
          <Group gap="xs">
            {data && data.version > 0 && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-expanded={open === 'history'}
                leftSection={<IconHistory size={16} />}
                onClick={() => toggle('history')}
              >
                {t('passport.history')}
              </Button>
            )}
            <Permitted need="segments.edit">
              {data && open !== 'edit' && (
                <Button size="compact-sm" variant="default" leftSection={<IconPencil size={16} />} onClick={() => toggle('edit')}>
                  {t('passport.edit')}
                </Button>
              )}
            </Permitted>
          </Group>
        </Group>
        {error ? <ErrorState error={error} /> : null}
        {!data && !error && <Skeleton h={120} />}
        {data && open === 'edit' && <PassportForm id={id} version={data} onClose={() => setOpen(null)} />}
        {data && open !== 'edit' && <Shown said={data.passport} />}
        {data && open === 'history' && <PassportHistory id={id} now={data} />}
        {data && open !== 'edit' && <KpiChart id={id} />}
      </Stack>
    </Paper>
  );
}

function Shown({ said }: { said: Said }) {
  const { t } = useTranslation('segments');
  const owner = useOwnerName(said.owner);
  const texts = passportTexts.filter((part) => said[part]);
  if (!said.goal && !said.priority && !said.owner && texts.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('passport.empty')}
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      <Group gap="lg">
        {said.goal && <Part label={t('passport.goal')}>{t(`passport.goals.${said.goal}`)}</Part>}
        {said.priority && (
          <Part label={t('passport.priority')}>
            <Badge variant="light" tt="none" color={said.priority === 'HIGH' ? 'red' : 'gray'}>
              {t(`passport.priorities.${said.priority}`)}
            </Badge>
          </Part>
        )}
        {said.owner && <Part label={t('passport.owner')}>{owner ?? '—'}</Part>}
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {texts.map((part) => (
          <Part key={part} label={t(`passport.${part}`)}>
            <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
              {said[part]}
            </Text>
          </Part>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Stack gap={2}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div" size="sm">
        {children}
      </Text>
    </Stack>
  );
}

function useOwnerName(owner: string | null | undefined): string | undefined {
  const may = useMay();
  const { data } = useQuery({ ...colleaguesQuery, enabled: Boolean(owner) && may('customers.read') });
  return data?.find(({ id }) => id === owner)?.name;
}
