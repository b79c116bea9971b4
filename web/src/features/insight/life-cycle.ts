import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type LifeCycle = Answer<'/api/v1/insight/life-cycle', 'get'>;
export type StagePeople = LifeCycle['stages'][number];
export type StageRule = { code: string; rule: StagePeople['rule'] };
export type CellFlow = Answer<'/api/v1/insight/moves', 'get'>;

const lifeCycleKey = ['insight', 'life-cycle'];

export function useLifeCycle() {
  return useQuery({
    queryKey: lifeCycleKey,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/insight/life-cycle', { signal })),
  });
}

/** What other rules would give; the last numbers stay until the next are there. */
export function useLifeCyclePreview(stages: StageRule[], enabled: boolean) {
  return useQuery({
    queryKey: ['insight', 'life-cycle-preview', stages],
    enabled,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/insight/life-cycle/preview', { body: { stages }, signal })),
  });
}

export function useLifeCycleVersions() {
  return useQuery({
    queryKey: ['insight', 'life-cycle-versions'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/insight/life-cycle/versions', { signal })),
    select: ({ items }) => items,
  });
}

export function useChangeLifeCycle() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (stages: StageRule[]) => unwrap(api.POST('/api/v1/insight/life-cycle', { body: { stages } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['insight'] }),
  });
}

export function useMoves(grid: string, from: string, to: string) {
  return useQuery({
    queryKey: ['insight', 'moves', grid, from, to],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/insight/moves', { params: { query: { grid, ...(from && { from }), ...(to && { to }) } }, signal }),
      ),
  });
}
