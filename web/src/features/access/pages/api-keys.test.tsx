import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer } from '@/shared/testing/fake-server';
import { signedIn } from '@/shared/testing/signed-in';
import { renderScreen } from '@/shared/testing/render-screen';
import { type ApiKey } from '../api-keys';
import { ApiKeysPage } from './api-keys';

const server = fakeServer();
const shop: ApiKey = {
  id: '019a0000-0000-7000-8000-000000000001',
  name: 'Online shop',
  prefix: 'rk_7fJq',
  kind: 'server',
  origins: [],
  scope: 'all',
  permissions: ['customers.read'],
  createdAt: '2026-08-02T09:00:00Z',
  lastUsedAt: null,
  revokedAt: null,
};

function serve(items: ApiKey[]) {
  server.answer('get', '/api/v1/api-keys', { items });
  server.answer('get', '/api/v1/colleagues', { items: [] });
  server.answer('get', '/api/v1/session', signedIn('keys.manage', 'customers.read', 'segments.read'));
}

describe('the API keys', () => {
  it('show a new key once, and ask for one only once', async () => {
    const user = userEvent.setup();
    serve([]);
    server.answer('post', '/api/v1/api-keys', { id: shop.id, name: 'Till', key: 'rk_secret' });
    await renderScreen(ApiKeysPage);

    await user.click(await screen.findByRole('button', { name: 'Create a key' }));
    await user.type(await screen.findByLabelText('What is it for?'), 'Till');
    await user.click(await screen.findByLabelText('See customers, their orders and contacts'));
    expect(screen.queryByLabelText('Make and revoke API keys')).toBeNull();
    await user.click(screen.getAllByRole('button', { name: 'Create a key' }).at(-1) as HTMLElement);

    expect((await screen.findByLabelText<HTMLInputElement>('Till')).value).toBe('rk_secret');
    const posts = server.asked.filter(({ method }) => method === 'POST');
    expect(posts.map(({ body }) => body)).toEqual([
      {
        name: 'Till',
        kind: 'server',
        origins: [],
        permissions: ['customers.read'],
        scope: 'all',
        owner: null,
        expiresAt: expect.any(String) as string,
      },
    ]);
    expect(posts[0]?.headers.has('Idempotency-Key')).toBe(false); // its answer would be kept, and holds a secret
  });

  it('are revoked only after the question was answered', async () => {
    const user = userEvent.setup();
    serve([shop]);
    server.answer('delete', '/api/v1/api-keys/{id}', () => ({ status: 204 }));
    await renderScreen(ApiKeysPage);

    await user.click(await screen.findByRole('button', { name: 'Revoke' }));
    expect(server.asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await user.click((await screen.findAllByRole('button', { name: 'Revoke' })).at(-1) as HTMLElement);

    expect(await screen.findByText('The key has been revoked')).toBeTruthy();
    expect(server.asked.find(({ method }) => method === 'DELETE')?.path).toBe(`/api/v1/api-keys/${shop.id}`);
  });
});
