import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';
import { type TableFormat } from '@/shared/ui/export-menu';

export type MailSummary = Answer<'/api/v1/mailbox', 'get'>['items'][number];
export type ReceivedMail = Answer<'/api/v1/mailbox/{id}', 'get'>;

const mailboxKey = ['mailbox'];
const FOLLOW_MS = 3_000;

export function useMailbox(text: string) {
  return useKeyset<MailSummary>({
    queryKey: [...mailboxKey, 'list', text],
    followEveryMs: FOLLOW_MS,
    fetch: (cursor, signal) =>
      unwrap(
        api.GET('/api/v1/mailbox', {
          params: { query: { ...(text && { text }), ...(cursor && { cursor: Number(cursor) }) } },
          signal,
        }),
      ),
  });
}

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: [...mailboxKey, 'mail', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/mailbox/{id}', { params: { path: { id } }, signal })),
  });

export function useClearMailbox() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/mailbox')),
    onSuccess: () => client.invalidateQueries({ queryKey: mailboxKey }),
  });
}

export function useRefreshMailbox() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: mailboxKey });
}

export function mailboxHref(text: string, format: TableFormat): string {
  return `/api/v1/mailbox/export.${format}?${new URLSearchParams(text ? { text } : {}).toString()}`;
}
