import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { type ApiKey } from '../api-keys';
import { ApiKeysPage } from './api-keys';

const server = fakeServer();
const shop: ApiKey = {
  id: '019a0000-0000-7000-8000-000000000001',
  name: 'Online shop',
  prefix: 'rk_7fJq',
  createdAt: '2026-08-02T09:00:00Z',
  lastUsedAt: null,
  revokedAt: null,
};

function serve(items: ApiKey[]) {
  server.answer('get', '/api/v1/api-keys', { items });
  server.answer('get', '/api/v1/session', () => refuse(401, { code: 'NOT_SIGNED_IN' }));
}

describe('the API keys', () => {
  it('show a new key once, and ask for one only once', async () => {
    const user = userEvent.setup();
    serve([]);
    server.answer('post', '/api/v1/api-keys', { id: shop.id, name: 'Till', key: 'rk_secret' });
    await renderScreen(ApiKeysPage);

    await user.click(await screen.findByRole('button', { name: 'Create a key' }));
    await user.type(await screen.findByLabelText('What is it for?'), 'Till{Enter}');

    expect((await screen.findByLabelText<HTMLInputElement>('Till')).value).toBe('rk_secret');
    const posts = server.asked.filter(({ method }) => method === 'POST');
    expect(posts.map(({ body }) => body)).toEqual([{ name: 'Till' }]);
    expect(posts[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
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
