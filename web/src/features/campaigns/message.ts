import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** The chosen template as a sample person would get it. */
export function messageQuery(templateId: string) {
  return queryOptions({
    queryKey: ['campaigns', 'message', templateId],
    queryFn: async ({ signal }) => {
      const { draft } = await unwrap(
        api.GET('/api/v1/templates/{id}', { params: { path: { id: templateId } }, signal }),
      );
      return unwrap(api.POST('/api/v1/templates/preview', { body: { draft, customerId: null }, signal }));
    },
    retry: false,
  });
}
