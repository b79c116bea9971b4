import { Button, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { useFormat } from '@/shared/lib/use-format';
import { JobProgress } from '@/shared/ui/job-progress';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { TextLink } from '@/shared/ui/route-link';
import { cardOf } from '../duplicates';
import { useChecked, useFix, useRenewQuality, useUndoFix, type Check, type Quality } from '../quality';

/** What needs checking, who it is, and a fix that can be taken back. */
export function QualityChecks({ quality }: { quality: Quality }) {
  const { t } = useTranslation('duplicates');
  const [open, setOpen] = useState<Check | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const renew = useRenewQuality();
  return (
    <Stack gap="sm">
      {job && <JobProgress id={job} title={t('quality.fixing')} onOver={() => void renew()} />}
      {quality.checks.map(({ check, people }) => (
        <Paper key={check} py="xs">
          <CheckRow
            check={check}
            people={people}
            months={quality.months}
            open={open === check}
            toggle={() => setOpen(open === check ? null : check)}
            began={setJob}
          />
        </Paper>
      ))}
    </Stack>
  );
}

type CheckRowProps = {
  check: Check;
  people: number;
  months: number;
  open: boolean;
  toggle: () => void;
  began: (job: string) => void;
};

function CheckRow({ check, people, months, open, toggle, began }: CheckRowProps) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const fix = useFix();
  const undoFix = useUndoFix();
  const problem = useNotifyProblem();
  const notifyUndo = useNotifyUndo();
  const begin = () =>
    fix.mutate(
      { check, months, tag: t('quality.tag') },
      {
        onSuccess: ({ id, jobId }) => {
          began(jobId);
          notifyUndo(t('quality.fixed', { number: format.number(people) }), () =>
            undoFix.mutate(id, { onSuccess: (undone) => began(undone.jobId), onError: problem }),
          );
        },
        onError: problem,
      },
    );
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Stack gap={0} flex="1 1 220px" miw={0}>
          <UnstyledButton onClick={toggle} aria-expanded={open} disabled={people === 0}>
            <Text fw={550}>
              {t(`check.${check}`)} · {format.number(people)}
            </Text>
          </UnstyledButton>
          <Text size="sm" c="dimmed">
            {t(`checkMeans.${check}`, { months })}
          </Text>
        </Stack>
        <Button size="compact-sm" variant="default" disabled={people === 0} loading={fix.isPending} onClick={begin}>
          {check === 'DISPOSABLE_EMAIL' ? t('quality.takeOut') : t('quality.mark')}
        </Button>
      </Group>
      {open && <CheckedPeople check={check} months={months} />}
    </Stack>
  );
}

function CheckedPeople({ check, months }: { check: Check; months: number }) {
  const { t } = useTranslation('duplicates');
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useChecked(check, months);
  const people = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap={4}>
      {people.map((person) => (
        <Group key={person.id} gap="xs">
          <TextLink href={cardOf(person)}>{personName(person) ?? t('review.nameless')}</TextLink>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[person.email, person.phone].filter(Boolean).join(' · ')}
          </Text>
        </Group>
      ))}
      {hasNextPage && (
        <Button size="compact-sm" variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('quality.more')}
        </Button>
      )}
    </Stack>
  );
}
