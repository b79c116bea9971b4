import { Badge, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isOver, useCancelJob, useJob, type Job } from '@/shared/api/job';
import { ProblemError } from '@/shared/api/problem';
import { useFormat } from '@/shared/lib/use-format';
import { ErrorState } from './error-state';

const colors: Record<Job['state'], string> = {
  queued: 'gray',
  running: 'pine',
  done: 'pine',
  failed: 'red',
  cancelled: 'gray',
};

type JobProgressProps = {
  id: string;
  title: string;
  /** What the job counts, when it is not things one by one. */
  unit?: 'number' | 'bytes';
  /** Once, when the job has come to its end, whatever the end. */
  onOver?: (job: Job) => void;
};

/** A long work: how far, how fast, how long yet, and a way to stop it. */
export function JobProgress({ id, title, unit = 'number', onOver }: JobProgressProps) {
  const { t } = useTranslation('shared');
  const { data: job, error, refetch } = useJob(id);
  useOnceOver(job, onOver);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!job) return null;
  return (
    <Paper>
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="xs">
            <Text fw={550}>{title}</Text>
            <Badge color={colors[job.state]}>{t(`job.${job.state}`)}</Badge>
          </Group>
          {!isOver(job) && <CancelJob id={id} />}
        </Group>
        <Progress
          value={percent(job)}
          animated={job.state === 'running'}
          color={colors[job.state]}
          aria-label={title}
        />
        <JobFigures job={job} unit={unit} />
        {job.problem && <ErrorState error={new ProblemError(0, job.problem)} />}
      </Stack>
    </Paper>
  );
}

/** While the total is unknown the bar is full, and its movement alone says that the work goes on. */
function percent({ state, done, total }: Job): number {
  if (state === 'done') return 100;
  if (total <= 0) return state === 'running' ? 100 : 0;
  return Math.min(100, (done / total) * 100);
}

function useOnceOver(job: Job | undefined, onOver: ((job: Job) => void) | undefined): void {
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (job === undefined || !isOver(job) || told.current === job.id) return;
    told.current = job.id;
    onOver?.(job);
  }, [job, onOver]);
}

function JobFigures({ job, unit }: { job: Job; unit: 'number' | 'bytes' }) {
  const { t } = useTranslation('shared');
  const format = useFormat();
  const figure = format[unit];
  const left = job.total > 0 && job.ratePerSecond ? (job.total - job.done) / job.ratePerSecond : null;
  return (
    <Group gap="md" c="dimmed" fz="sm" className="numeric">
      <span>
        {job.total <= 0
          ? figure(job.done)
          : t('job.doneOf', { done: figure(job.done), total: figure(job.total) })}
      </span>
      {job.ratePerSecond ? (
        <span>{t('job.rate', { rate: figure(Math.round(job.ratePerSecond)) })}</span>
      ) : null}
      {job.state === 'running' && left !== null && left >= 1 && (
        <span>{t('job.left', { time: format.duration(Math.round(left)) })}</span>
      )}
    </Group>
  );
}

function CancelJob({ id }: { id: string }) {
  const { t } = useTranslation('shared');
  const cancel = useCancelJob(id);
  return (
    <Button size="compact-sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
      {t('job.stop')}
    </Button>
  );
}
