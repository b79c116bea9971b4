import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { type Job } from '@/shared/api/job';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { JobProgress } from './job-progress';

const server = fakeServer();
const running: Job = {
  id: '019a0000-0000-7000-8000-000000000002',
  kind: 'import',
  state: 'running',
  done: 41_200,
  total: 69_659,
  ratePerSecond: 8_123.4,
  createdAt: '2026-11-22T01:00:00Z',
  startedAt: null,
  finishedAt: null,
  result: null,
  problem: null,
};

function serve(...states: Job[]) {
  server.answer('get', '/api/v1/session', () => refuse(401, { code: 'NOT_SIGNED_IN' }));
  server.answer('get', '/api/v1/jobs/{id}', () => (states.length > 1 ? states.shift() : states[0]) as Job);
}

describe('the progress of a job', () => {
  it('says how far, how fast and how long yet, and stops on demand', async () => {
    serve(running);
    await renderScreen(() => <JobProgress id={running.id} title="Importing" />);

    expect(await screen.findByText('41,200 of 69,659')).toBeTruthy();
    expect(screen.getByText('8,123 per second')).toBeTruthy();
    expect(screen.getByText('about 4s left')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy();
  });

  it('asks again until the job is over, and tells it once', async () => {
    const onOver = vi.fn();
    const done: Job = { ...running, state: 'done', done: running.total };
    serve(running, done);
    await renderScreen(() => <JobProgress id={running.id} title="Importing" onOver={onOver} />);

    expect(await screen.findByText('Done', undefined, { timeout: 5_000 })).toBeTruthy();
    expect(onOver.mock.calls).toEqual([[done]]);
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  it('says why a job failed, in the words of the reader', async () => {
    serve({ ...running, state: 'failed', problem: { code: 'JOB_BROKEN', detail: 'x', params: {} } });
    await renderScreen(() => <JobProgress id={running.id} title="Importing" />);

    expect(await screen.findByText('The job broke off because of a fault in the program')).toBeTruthy();
  });
});
