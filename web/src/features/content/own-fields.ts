import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** The company's own fields that the reader sees, tags left out: what a message can say beside the usual. */
export const ownFieldsQuery = queryOptions({
  queryKey: ['customers', 'own-fields'],
  staleTime: 60_000,
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET('/api/v1/customer-attributes', { signal }))).items.filter(({ key }) => !key.startsWith('tag_')),
});
