import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { type Session } from '@/shared/api/session';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { SessionGate, stageOf } from './gate';

const server = fakeServer();
const session: Session = {
  user: {
    id: '019a0000-0000-7000-8000-000000000000',
    email: 'owner@example.com',
    name: 'Owner',
    language: 'en',
    theme: 'light',
    mustChangePassword: false,
    secondFactor: false,
  },
  organisation: { company: 'Tea', zone: 'UTC', currency: 'USD', language: 'en', configured: true },
  role: { id: 'owner', name: null, permissions: ['settings.manage'], scope: 'all' },
  demo: false,
};
const generated: Session = { ...session, user: { ...session.user, mustChangePassword: true } };
const fresh: Session = { ...session, organisation: { ...session.organisation, configured: false } };

describe('the gate', () => {
  it('lets in whoever has a session, an own password and a configured organisation', () => {
    expect([null, generated, fresh, session].map((one) => stageOf(one))).toEqual(['signIn', 'changePassword', 'firstStart', 'ready']);
  });

  it('asks nothing about the company of whoever may not answer', () => {
    expect(stageOf({ ...fresh, role: { ...session.role, permissions: [] } })).toBe('ready');
  });

  it('signs in where one wanted to go, and then asks for a password of one’s own', async () => {
    const user = userEvent.setup();
    server.answer('get', '/api/v1/session', () => refuse(401, { code: 'NOT_SIGNED_IN' }));
    server.answer('get', '/api/v1/session/oidc', { name: null });
    server.answer('post', '/api/v1/session', generated);
    await renderScreen(SessionGate);

    await user.type(await screen.findByLabelText('Email'), ' owner@example.com');
    await user.type(screen.getByLabelText('Password'), 'generated');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));

    expect(await screen.findByRole('heading', { name: 'Choose your password' })).toBeTruthy();
    expect(server.asked.at(-1)?.body).toEqual({ email: 'owner@example.com', password: 'generated' });
  });

  it('tells a refused sign-in', async () => {
    const user = userEvent.setup();
    server.answer('get', '/api/v1/session', () => refuse(401, { code: 'NOT_SIGNED_IN' }));
    server.answer('get', '/api/v1/session/oidc', { name: null });
    server.answer('post', '/api/v1/session', () => refuse(401, { code: 'SIGN_IN_REFUSED' }));
    await renderScreen(SessionGate);

    await user.type(await screen.findByLabelText('Email'), 'owner@example.com');
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');

    expect(await screen.findByText('The email or the password is wrong')).toBeTruthy();
  });

  it('asks about the company at the first start, and keeps the language it was asked in', async () => {
    const user = userEvent.setup();
    server.answer('get', '/api/v1/session', fresh);
    server.answer('put', '/api/v1/session/preferences', () => ({ status: 204 }));
    server.answer('put', '/api/v1/organisation', () => refuse(503, { code: 'DATABASE_UNAVAILABLE' }));
    await renderScreen(SessionGate, { language: 'uk' });

    expect(await screen.findByRole('heading', { name: 'Розкажіть про компанію' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Почати' }));

    expect(await screen.findByText('База даних не відповідає')).toBeTruthy();
    const kept = server.asked.find(({ path }) => path === '/api/v1/session/preferences');
    expect(kept?.body).toMatchObject({ language: 'uk' });
  });
});
