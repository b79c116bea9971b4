import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, forgeryProof, unwrap, type Answer } from '@/shared/api/client';
import { ProblemError } from '@/shared/api/problem';

export type Pile = Answer<'/api/v1/forms/{form}/paper', 'get'>['items'][number];
export type PileView = Answer<'/api/v1/forms/{form}/paper/{pile}', 'get'>;
export type Sheet = PileView['sheets'][number];
export type Typed = { answers: Record<string, string>; boxes: string[] };

export function pilesQuery(form: string) {
  return queryOptions({
    queryKey: ['forms', form, 'paper'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/forms/{form}/paper', { params: { path: { form } }, signal })),
  });
}

export function pileQuery(form: string, pile: string) {
  return queryOptions({
    queryKey: ['forms', form, 'paper', pile],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/forms/{form}/paper/{pile}', { params: { path: { form, pile } }, signal })),
  });
}

function usePaperChange<Input, Output>(form: string, change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['forms', form] }),
  });
}

export type NewPile = { name: string; expected: number; controlField: string | null; controlSum: number | null };

export const useBeginPile = (form: string) =>
  usePaperChange(form, (body: NewPile) => unwrap(api.POST('/api/v1/forms/{form}/paper', { params: { path: { form } }, body })));

type Sheeted = Typed & { number: number };

export const useTypeSheet = (form: string, pile: string) =>
  usePaperChange(form, ({ number, ...body }: Sheeted) =>
    unwrap(api.PUT('/api/v1/forms/{form}/paper/{pile}/sheets/{number}', { params: { path: { form, pile, number } }, body })),
  );

export const useSettleSheet = (form: string, pile: string) =>
  usePaperChange(form, ({ number, ...body }: Sheeted) =>
    unwrap(api.PUT('/api/v1/forms/{form}/paper/{pile}/sheets/{number}/settled', { params: { path: { form, pile, number } }, body })),
  );

export const useCompletePile = (form: string, pile: string) =>
  usePaperChange(form, () =>
    unwrap(api.POST('/api/v1/forms/{form}/paper/{pile}/complete', { params: { path: { form, pile } } })),
  );

/** The bytes of a file as they are. */
export const useAddScan = (form: string, pile: string) =>
  usePaperChange(form, async ({ number, file }: { number: number; file: File }) => {
    const address = `/api/v1/forms/${form}/paper/${pile}/sheets/${number}/scan?name=${encodeURIComponent(file.name)}`;
    const answer = await fetch(address, {
      method: 'PUT',
      body: file,
      headers: { 'Content-Type': 'application/octet-stream', ...forgeryProof() },
    });
    if (!answer.ok) throw new ProblemError(answer.status, await answer.json().catch(() => ({})));
  });
