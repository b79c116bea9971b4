import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** The segments whose people somebody names one by one. */
export const listsQuery = queryOptions({
  queryKey: ['segments', 'lists'],
  queryFn: async ({ signal }) => {
    const lists: { value: string; label: string }[] = [];
    let after: string | null | undefined;
    do {
      const query = { limit: 200, ...(after && { after }) };
      // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ends
      const page = await unwrap(api.GET('/api/v1/segments', { params: { query }, signal }));
      for (const { segment } of page.items) if (segment.rule.kind === 'list') lists.push({ value: segment.id, label: segment.name });
      after = page.next;
    } while (after);
    return lists;
  },
});
