import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useKeyset } from '@/shared/api/keyset';
import { type components } from '@/shared/api/schema';

export type Company = Answer<'/api/v1/companies/{id}', 'get'>;
export type CompanySummary = Answer<'/api/v1/companies', 'get'>['items'][number];
export type CompanyPerson = Answer<'/api/v1/companies/{id}/people', 'get'>['items'][number];
export type CompanyRoles = CompanyPerson['roles'];
export type CompanyFields = components['schemas']['CompanyFields'];

export const taxKinds = ['edrpou', 'inn', 'uscc', 'other'] as const;
export const companySizes = ['micro', 'small', 'medium', 'large'] as const;
export const roleNames = ['decisionMaker', 'endUser', 'payer'] as const;

export function useCompanies(q: string) {
  return useKeyset<CompanySummary>({
    queryKey: ['companies', 'list', q],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/companies', {
          params: { query: { ...(q && { q }), ...(after && { after: Number(after) }) } },
          signal,
        }),
      ),
  });
}

export async function findCompanies(q: string, signal: AbortSignal): Promise<CompanySummary[]> {
  const query = { q, limit: 8 };
  return (await unwrap(api.GET('/api/v1/companies', { params: { query }, signal }))).items;
}

export const companyQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/{id}', { params: { path: { id } }, signal })),
  });

export function useCompanyPeople(id: string) {
  return useKeyset<CompanyPerson>({
    queryKey: ['companies', 'people', id],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/companies/{id}/people', {
          params: { path: { id }, query: after ? { after: Number(after) } : {} },
          signal,
        }),
      ),
  });
}

export const companiesOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'of', id],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/customers/{id}/companies', { params: { path: { id } }, signal }))).items,
  });

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['companies'] });
}

export function useAddCompany() {
  const refresh = useRefresh();
  const key = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: CompanyFields) => unwrap(api.POST('/api/v1/companies', { body, headers: key.headers() })),
    onSuccess: () => {
      key.renew();
      return refresh();
    },
    onError: key.renew,
  });
}

export function useChangeCompany(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: CompanyFields) => unwrap(api.PATCH('/api/v1/companies/{id}', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
}

export function useDeleteCompany() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/companies/{id}', { params: { path: { id } } })),
    onSuccess: refresh,
  });
}

export function useRestoreCompany() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/companies/{id}/restore', { params: { path: { id } } })),
    onSuccess: refresh,
  });
}

type Place = { company: string; customer: string };

export function usePutPerson() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ company, customer, roles }: Place & { roles: CompanyRoles }) =>
      unwrap(
        api.PUT('/api/v1/companies/{id}/people/{customerId}', {
          params: { path: { id: company, customerId: customer } },
          body: roles,
        }),
      ),
    onSuccess: refresh,
  });
}

export function useRemovePerson() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ company, customer }: Place) =>
      unwrap(api.DELETE('/api/v1/companies/{id}/people/{customerId}', { params: { path: { id: company, customerId: customer } } })),
    onSuccess: refresh,
  });
}
