import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { api, unwrap } from '@/shared/api/client';
import { type MoneyValue } from '@/shared/lib/format';
import { type Rule } from './grids';

/** A cell of a grid that is kept, by its names in rules. */
export type PickedCell = { grid: string; code: string; since: string; before: number | undefined };

/** People of a grid with a name for the segment they may become. */
export type PickedPeople = {
  name: string;
  meaning: string;
  customers: number;
  rule: Rule;
  revenue?: MoneyValue;
  share?: number;
  cell?: PickedCell;
};

/** The same people by the borders that hold whenever it is asked, where the cell has such. */
export const followed = ({ grid, code }: PickedCell): Rule => ({ kind: 'cell', grid, cells: [code], member: true });

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
