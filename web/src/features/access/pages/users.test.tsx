import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { signedIn } from '@/shared/testing/signed-in';
import { type Role } from '../roles';
import { type User } from '../users';
import { UsersPage } from './users';

const server = fakeServer();
const roles: Role[] = [
  { id: 'owner', name: null, permissions: ['users.manage', 'audit.read'], scope: 'all' },
  { id: 'viewer', name: null, permissions: ['customers.read'], scope: 'all' },
];
const olena: User = {
  id: '019a0000-0000-7000-8000-000000000007',
  email: 'olena@example.com',
  name: 'Olena',
  role: 'viewer',
  secondFactor: false,
    passkeys: 0,
  createdAt: '2026-08-02T09:00:00Z',
  lastSignInAt: null,
  deactivatedAt: null,
};

function serve() {
  server.answer('get', '/api/v1/session', signedIn('users.manage', 'customers.read'));
  server.answer('get', '/api/v1/roles', { items: roles });
  server.answer('get', '/api/v1/teams', { items: [] });
  server.answer('get', '/api/v1/users', { items: [olena], invitations: [] });
}

describe('the users', () => {
  it('are invited with a role one may give, by a link shown once', async () => {
    const user = userEvent.setup();
    serve();
    const link = 'https://crm.example.com/join#secret';
    const made = { id: olena.id, email: 'new@example.com', link, expiresAt: '2026-09-01T00:00:00Z', mailed: false, trouble: null };
    server.answer('post', '/api/v1/invitations', made);
    await renderScreen(UsersPage);

    await user.click(await screen.findByRole('button', { name: 'Invite' }));
    await user.type(await screen.findByLabelText('Email'), 'new@example.com');
    await user.click(screen.getByRole('combobox', { name: 'Role' }));
    expect(screen.queryByRole('option', { name: 'Owner' })).toBeNull();
    await user.click(await screen.findByRole('option', { name: 'Viewer' }));
    await user.click(screen.getByLabelText('Send the link by mail'));
    await user.click(screen.getAllByRole('button', { name: 'Invite' }).at(-1) as HTMLElement);

    expect((await screen.findByLabelText<HTMLInputElement>('new@example.com')).value).toBe(link);
    const post = server.asked.find(({ method }) => method === 'POST');
    expect(post?.body).toEqual({ email: 'new@example.com', role: 'viewer', mail: false });
  });

  it('are told which right is missing and who can give it', async () => {
    const user = userEvent.setup();
    serve();
    server.answer('post', '/api/v1/users/{id}/deactivate', () =>
      refuse(403, { code: 'PERMISSION_MISSING', params: { permission: 'users.manage', givers: 'Oksana' } }),
    );
    await renderScreen(UsersPage);

    await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
    await user.click((await screen.findAllByRole('button', { name: 'Deactivate' })).at(-1) as HTMLElement);

    expect(await screen.findByText(/The right “Invite people and give roles” is needed for this/)).toBeTruthy();
    expect(await screen.findByText(/It can be given by: Oksana\./)).toBeTruthy();
  });
});
