import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { signedIn } from '@/shared/testing/signed-in';
import { HoldBanner } from './hold-banner';

const server = fakeServer();
const none = { held: false, heldAt: null, backupMadeAt: null, sendings: [] };
const held = {
  held: true,
  heldAt: '2026-10-02T09:00:00Z',
  backupMadeAt: '2026-10-01T09:00:00Z',
  sendings: [{ id: '019a0000-0000-7000-8000-000000000001', kind: 'campaign', name: 'Spring', messages: 120 }],
};

describe('the hold after a restore', () => {
  it('says what waits and goes away when a person has released it', async () => {
    const user = userEvent.setup();
    server.answer('get', '/api/v1/session', signedIn('campaigns.launch'));
    server.answer('get', '/api/v1/sending/hold', held);
    server.answer('delete', '/api/v1/sending/hold', none);
    await renderScreen(HoldBanner);

    expect(await screen.findByText(/this is a restored backup/)).toBeTruthy();
    expect(screen.getByText('“Spring”: 120 messages wait')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Release sending' }));
    expect(await screen.findByText(/All running campaigns go on/)).toBeTruthy();
    expect(server.asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await user.click(screen.getAllByRole('button', { name: 'Release sending' }).at(-1) as HTMLElement);

    await expect.poll(() => screen.queryByText(/this is a restored backup/)).toBeNull();
  });

  it('cannot be released by somebody who may not launch', async () => {
    server.answer('get', '/api/v1/session', signedIn('customers.read'));
    server.answer('get', '/api/v1/sending/hold', held);
    await renderScreen(HoldBanner);

    expect(await screen.findByText(/this is a restored backup/)).toBeTruthy();
    await expect.poll(() => screen.queryByRole('button', { name: 'Release sending' })).toBeNull();
  });
});
