import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { signedIn } from '@/shared/testing/signed-in';
import { type Form, type FormField } from '../forms';
import { FormPage } from './form';

const server = fakeServer();
const field = (key: string, kind: FormField['kind'], label: string): FormField => ({
  key,
  kind,
  target: null,
  label: { en: label },
  hint: {},
  required: false,
  progressive: false,
  options: [],
  showWhen: null,
});
const form: Form = {
  id: '019a0000-0000-7000-8000-000000000001',
  slug: 'news',
  name: 'News',
  revision: 3,
  published: 1,
  archived: false,
  changedAt: '2026-03-01T10:00:00Z',
  draft: {
    languages: ['en'],
    title: { en: 'Stay in touch' },
    intro: {},
    button: { en: 'Send' },
    thanks: { en: 'Thanks' },
    redirect: null,
    fields: [field('email', 'email', 'Your email'), field('city', 'text', 'Your city')],
    consents: [],
    doubleOptIn: false,
    sites: [],
    theme: { accent: '#12766a', mode: 'auto' },
    popup: null,
  },
};

async function open() {
  server.answer('get', '/api/v1/session', signedIn('content.read', 'content.edit'));
  server.answer('get', '/api/v1/forms/{id}', form);
  server.answer('get', '/api/v1/attribute-definitions', { items: [] });
  server.answer('post', '/api/v1/forms/preview', {
    html: '<form><p>shown</p></form>',
    css: '.rf{}',
    problems: [{ code: 'consentForced', field: 'city' }],
  });
  server.answer('put', '/api/v1/forms/{id}', { ...form, revision: 4 });
  await renderScreen(FormPage, { path: '/forms/$id', at: `/forms/${form.id}` });
  return userEvent.setup();
}

describe('the builder of forms', () => {
  it('orders questions by arrow keys on their handles and keeps the order', async () => {
    const user = await open();
    const handle = await screen.findByRole('button', { name: /^Move Your city: drag/ });

    handle.focus();
    await user.keyboard('{ArrowUp}');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('Saved')).toBeTruthy();
    const put = server.asked.find(({ method }) => method === 'PUT');
    expect(put?.body).toMatchObject({ base: 3, draft: { fields: [{ key: 'city' }, { key: 'email' }] } });
  });

  it('says what is to be mended and publishes nothing before', async () => {
    await open();

    expect(await screen.findByText(/^Your city: Only the processing of data may be required/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Publish' }).hasAttribute('disabled')).toBe(true);
  });
});
