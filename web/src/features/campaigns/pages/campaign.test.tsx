import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { type Campaign } from '../campaigns';
import { type Check } from '../check';
import { type Report } from '../report';
import { CampaignPage } from './campaign';

const server = fakeServer();
const id = '019a0000-0000-7000-8000-000000000002';
const draft: Campaign = {
  id,
  version: 2,
  draft: {
    name: 'Come back',
    segmentId: '019a0000-0000-7000-8000-000000000003',
    templateId: '019a0000-0000-7000-8000-000000000004',
    sendAt: null,
    controlShare: 0.1,
    trackOpens: true,
    trackClicks: true,
    attributionDays: 7,
    atMostOnce: false,
    fromName: null,
    fromAddress: null,
    replyTo: null,
  },
  state: 'draft',
  stateAt: '2026-03-01T10:00:00Z',
  templateVersion: null,
  jobId: null,
  launchedAt: null,
  audienceSize: null,
  audienceAsOf: null,
  createdBy: 'user:ann',
  createdAt: '2026-03-01T10:00:00Z',
  updatedAt: '2026-03-01T10:00:00Z',
};
const check: Check = {
  audience: 100,
  willGet: 72,
  controlGroup: 8,
  excluded: [
    { reason: 'no_consent', people: 15 },
    { reason: 'no_address', people: 5 },
  ],
  gone: 0,
  asOf: '2026-03-01T10:00:00Z',
  ready: true,
  problems: [],
};
const lift = { difference: 250, low: 100, high: 400 };
const report: Report = {
  state: 'sent',
  launchedAt: '2026-03-01T10:00:00Z',
  audience: 100,
  deliveries: {
    treated: 72,
    waiting: 0,
    sent: 72,
    accepted: 70,
    refused: 2,
    deferred: 0,
    unknown: 0,
    failed: 0,
    expired: 0,
    cancelled: 0,
    refusals: [{ reason: 'no_such_mailbox', people: 2 }],
  },
  excluded: check.excluded,
  responses: { opened: 30, clicked: 10, machineOpened: 4, machineClicked: 1, unsubscribed: 2 },
  outcome: {
    currency: 'USD',
    until: '2026-03-08T10:00:00Z',
    closed: true,
    treated: { people: 72, buyers: 20, orders: 24, revenueMinor: 100_000, revenuePerPersonMinor: 1389, conversion: 0.28 },
    control: { people: 8, buyers: 1, orders: 1, revenueMinor: 5_000, revenuePerPersonMinor: 625, conversion: 0.125 },
    revenueLift: lift,
    conversionLift: { difference: 0.15, low: 0.02, high: 0.28 },
    money: { difference: 18_000, low: 7_200, high: 28_800 },
    plannedControlShare: 0.1,
    actualControlShare: 0.1,
    mismatchProbability: 0.9,
    mismatch: false,
    mirroredAt: '2026-03-08T10:00:00Z',
  },
};

function serve(campaign: Campaign) {
  server.answer('get', '/api/v1/session', () => refuse(401, { code: 'NOT_SIGNED_IN' }));
  server.answer('get', '/api/v1/campaigns/{id}', campaign);
  server.answer('get', '/api/v1/campaigns/{id}/check', check);
  server.answer('get', '/api/v1/campaigns/{id}/report', report);
}

const at = (query = '') => ({ path: '/campaigns/$id', at: `/campaigns/${id}${query}` });

describe('a campaign', () => {
  it('says who gets it and who not, and launches only after a question', async () => {
    const user = userEvent.setup();
    serve(draft);
    server.answer('post', '/api/v1/campaigns/{id}/launch', { ...draft, state: 'sending', launchedAt: draft.createdAt });
    await renderScreen(CampaignPage, at('?step=check'));

    const lines = within(await screen.findByRole('list', { name: 'Who gets it' })).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      'In the segment100',
      'No consent− 15',
      'No address− 5',
      'Control group, gets nothing− 8',
      'Will get it72',
    ]);
    await user.click(screen.getByRole('button', { name: 'Launch' }));
    expect(server.asked.some(({ method }) => method === 'POST')).toBe(false);
    await user.click((await screen.findAllByRole('button', { name: 'Launch' })).at(-1) as HTMLElement);

    expect(await screen.findByText('Launched')).toBeTruthy();
  });

  it('tells what it brought, with the interval, and opens the people', async () => {
    serve({ ...draft, state: 'sent', launchedAt: draft.createdAt, audienceSize: 100 });
    await renderScreen(CampaignPage, at());

    expect(await screen.findByText('+$180.00')).toBeTruthy();
    expect(screen.getByText('95% between +$72.00 and +$288.00')).toBeTruthy();
    expect(screen.getByText(/The letter worked/)).toBeTruthy();
    const buyers = screen.getByRole('link', { name: '20' });
    expect(buyers.getAttribute('href')).toBe(`/campaigns/${id}/people?bucket=treated-buyers`);
  });

  it('is cancelled only after a question', async () => {
    const user = userEvent.setup();
    serve({ ...draft, state: 'paused', launchedAt: draft.createdAt });
    await renderScreen(CampaignPage, at());

    await user.click(await screen.findByRole('button', { name: 'Cancel the campaign' }));

    expect(await screen.findByText(/will not get it. This cannot be undone/)).toBeTruthy();
    expect(server.asked.some(({ method }) => method === 'POST')).toBe(false);
  });
});
