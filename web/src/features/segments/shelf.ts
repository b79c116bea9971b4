import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { type Segment } from './segments';

export type RankedSegment = Answer<'/api/v1/segment-ranking', 'get'>['items'][number];
export type Shelf = Answer<'/api/v1/segment-shelf', 'get'>;
type Place = Answer<'/api/v1/segment-places', 'put'>['items'][number];

export function useRanking() {
  return useQuery({
    queryKey: ['segments', 'ranking'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segment-ranking', { signal })),
    select: ({ items }) => items,
  });
}

export function useShelf() {
  return useQuery({
    queryKey: ['segments', 'shelf'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segment-shelf', { signal })),
  });
}

/** Puts segments elsewhere and offers to put them back. */
export function usePlace() {
  const { t } = useTranslation('segments');
  const client = useQueryClient();
  const undo = useNotifyUndo();
  const onError = useNotifyProblem();
  const put = useMutation({
    mutationFn: (items: Place[]) => unwrap(api.PUT('/api/v1/segment-places', { body: { items } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['segments'] }),
    onError,
  });
  const place = (items: Place[], done: () => void) =>
    put.mutate(items, {
      onSuccess: (before) => {
        done();
        undo(t('shelf.placed', { count: items.length }), () => put.mutate(before.items));
      },
    });
  return { place, placing: put.isPending };
}

/** The tags that all of them have. */
export function sharedTags(segments: Segment[]): string[] {
  return segments[0]?.tags.filter((tag) => segments.every(({ tags }) => tags.includes(tag))) ?? [];
}

/** Each with the wanted tags instead of those that all had. */
export function retagged(segments: Segment[], wanted: string[]): Place[] {
  const shared = sharedTags(segments);
  return segments.map(({ id, folder = null, tags }) => ({
    id,
    folder,
    tags: [...new Set([...tags.filter((tag) => !shared.includes(tag)), ...wanted])],
  }));
}
