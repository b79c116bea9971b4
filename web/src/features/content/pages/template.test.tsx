import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer, refuse } from '@/shared/testing/fake-server';
import { renderScreen } from '@/shared/testing/render-screen';
import { type Preview } from '../preview';
import { type Template } from '../templates';
import { TemplatePage } from './template';

const server = fakeServer();
const spring: Template = {
  id: '019a0000-0000-7000-8000-000000000001',
  version: 3,
  archived: false,
  draft: {
    name: 'Spring',
    type: 'promotion',
    language: 'en',
    subject: 'Hello {{ customer.first_name }}',
    preheader: '',
    format: 'html',
    body: '<p>Hi</p>',
    text: null,
  },
  author: 'user:ann',
  createdAt: '2026-03-01T10:00:00Z',
  updatedAt: '2026-03-02T10:00:00Z',
};
const preview: Preview = {
  subject: 'Hello Alex',
  preheader: '',
  html: '<p>Hi</p>',
  text: 'Hi\n',
  htmlBytes: 9,
  warnings: [{ code: 'NO_UNSUBSCRIBE_LINK', blocking: true, line: null, value: null }],
  variables: ['customer.first_name'],
};

function serve() {
  server.answer('get', '/api/v1/session', () => refuse(401, { code: 'NOT_SIGNED_IN' }));
  server.answer('get', '/api/v1/templates/{id}', spring);
  server.answer('get', '/api/v1/customers', { items: [], next: null });
  server.answer('post', '/api/v1/templates/preview', preview);
}

const address = { path: '/templates/$id', at: `/templates/${spring.id}` };

describe('a template', () => {
  it('shows what becomes of it and what stands in the way', async () => {
    serve();
    await renderScreen(TemplatePage, address);

    expect(await screen.findByText('Hello Alex')).toBeTruthy();
    expect(await screen.findByText(/no link to unsubscribe/)).toBeTruthy();
    expect(screen.getByTitle('Preview of the letter').getAttribute('sandbox')).toBe('');
  });

  it('is saved from the version it was made from', async () => {
    const user = userEvent.setup();
    serve();
    server.answer('put', '/api/v1/templates/{id}', { ...spring, version: 4 });
    await renderScreen(TemplatePage, address);

    await user.type(await screen.findByLabelText(/^Name/), ' sale');
    expect(screen.getByText('Not saved')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('Saved')).toBeTruthy();
    const put = server.asked.find(({ method }) => method === 'PUT');
    expect(put?.body).toMatchObject({ baseVersion: 3, draft: { name: 'Spring sale', body: '<p>Hi</p>' } });
  });

  it('says the line that cannot be read', async () => {
    serve();
    server.answer('post', '/api/v1/templates/preview', () =>
      refuse(400, { code: 'TEMPLATE_INVALID', params: { line: 7, reason: 'There is no filter "x".' } }),
    );
    await renderScreen(TemplatePage, address);

    expect(await screen.findByText(/Line 7 cannot be read: There is no filter "x"/)).toBeTruthy();
  });
});
