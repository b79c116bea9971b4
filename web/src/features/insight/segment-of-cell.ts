import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { api, unwrap } from '@/shared/api/client';
import { type Rule } from './grids';

/** People of a grid with a name for the segment they may become. */
export type PickedPeople = { name: string; meaning: string; customers: number; rule: Rule };

export function useMakeSegment(made: (id: string) => void) {
  const client = useQueryClient();
  const { headers, renew } = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: { name: string; rule: Rule }) =>
      unwrap(api.POST('/api/v1/segments', { body, headers: headers() })),
    onSuccess: ({ id }) => {
      renew();
      void client.invalidateQueries({ queryKey: ['segments'] });
      made(id);
    },
  });
}
