import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type FieldProvenance = Answer<'/api/v1/customers/{id}/provenance', 'get'>['items'][number];
export type SaidValue = FieldProvenance['others'][number];

export const provenanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'provenance', id],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/customers/{id}/provenance', { params: { path: { id } }, signal }))).items,
  });
