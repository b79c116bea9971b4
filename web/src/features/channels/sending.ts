import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type SendingSettings = Answer<'/api/v1/sending', 'get'>;

export const sendingQuery = queryOptions({
  queryKey: ['sending'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sending', { signal })),
});

export type SendingForm = {
  server: 'builtin' | 'smtp';
  host: string;
  port: number | string;
  security: string;
  user: string;
  password: string;
  fromName: string;
  fromAddress: string;
  replyTo: string;
  connections: number | string;
  perMinute: number | string;
  domainPerMinute: number | string;
  domainConnections: number | string;
};

export function formOf(settings: SendingSettings): SendingForm {
  const { smtp } = settings;
  return {
    server: settings.server === 'smtp' ? 'smtp' : 'builtin',
    host: smtp?.host ?? '',
    port: smtp?.port ?? 587,
    security: smtp?.security ?? 'starttls',
    user: smtp?.user ?? '',
    password: '',
    fromName: settings.fromName,
    fromAddress: settings.fromAddress ?? '',
    replyTo: settings.replyTo ?? '',
    connections: settings.connections,
    perMinute: settings.perMinute ?? '',
    domainPerMinute: settings.domainPerMinute ?? '',
    domainConnections: settings.domainConnections ?? '',
  };
}

const number = (value: number | string) => (value === '' ? null : Number(value));

function changeOf(form: SendingForm) {
  return {
    server: form.server,
    smtp:
      form.server === 'smtp'
        ? {
            host: form.host.trim(),
            port: number(form.port) ?? 0,
            security: form.security,
            user: form.user.trim() || null,
            password: form.password || null,
          }
        : null,
    fromName: form.fromName.trim(),
    fromAddress: form.fromAddress.trim() || null,
    replyTo: form.replyTo.trim() || null,
    connections: number(form.connections),
    perMinute: number(form.perMinute),
    domainPerMinute: number(form.domainPerMinute),
    domainConnections: number(form.domainConnections),
  };
}

export function useChangeSending() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (form: SendingForm) => unwrap(api.PUT('/api/v1/sending', { body: changeOf(form) })),
    onSuccess: (settings) => client.setQueryData(sendingQuery.queryKey, settings),
  });
}

export function useTestMail() {
  return useMutation({
    mutationFn: (to: string) => unwrap(api.POST('/api/v1/sending/test', { body: { to } })),
  });
}
