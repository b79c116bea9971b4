import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { type TemplateDraft } from './templates';

type TestSending = { to: string; draft: TemplateDraft; customerId: string | undefined };

export function useTestSend() {
  return useMutation({
    mutationFn: ({ to, draft, customerId }: TestSending) =>
      unwrap(api.POST('/api/v1/test-sends', { body: { to, draft, customerId: customerId ?? null } })),
  });
}
