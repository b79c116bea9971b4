import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';

export type PlannedStep = Answer<'/api/v1/next-steps', 'get'>['items'][number];

/** What is planned, of one of us or of everybody with an empty text. */
export function useNextSteps(responsible: string) {
  const query = responsible ? { responsible } : {};
  return useKeyset<PlannedStep>({
    queryKey: ['customers', 'next-steps', query],
    fetch: (after, signal) =>
      unwrap(api.GET('/api/v1/next-steps', { params: { query: { ...query, ...(after && { after }) } }, signal })),
  });
}
