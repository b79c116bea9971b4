import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { type components } from '@/shared/api/schema';
import { cardQuery, type CustomerCard } from './customer-card';

export type CustomerFields = components['schemas']['CustomerFields'];
export type ConsentByHand = components['schemas']['ConsentByHand'];
export type CustomerAttribute = Answer<'/api/v1/customer-attributes', 'get'>['items'][number];

export const attributesQuery = queryOptions({
  queryKey: ['customers', 'attributes'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/customer-attributes', { signal }))).items,
});

export function useAddCustomer() {
  const client = useQueryClient();
  const key = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: CustomerFields) => unwrap(api.POST('/api/v1/customers', { body, headers: key.headers() })),
    onSuccess: () => {
      key.renew();
      return client.invalidateQueries({ queryKey: ['customers'] });
    },
    onError: key.renew,
  });
}

/** The card shows the answer at once; everything else about the customer is asked again. */
function useCardChange<Input>(id: string, change: (input: Input) => Promise<CustomerCard>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (card) => {
      client.setQueryData(cardQuery(id).queryKey, card);
      return client.invalidateQueries({ queryKey: ['customers'] });
    },
  });
}

export function useChangeCustomer(id: string) {
  return useCardChange(id, (body: CustomerFields) =>
    unwrap(api.PATCH('/api/v1/customers/{id}', { params: { path: { id } }, body })),
  );
}

export function useRemoveContact(id: string) {
  return useCardChange(id, (body: { kind: string; value: string }) =>
    unwrap(api.POST('/api/v1/customers/{id}/contacts/remove', { params: { path: { id } }, body })),
  );
}

export function useRecordConsent(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ConsentByHand) =>
      unwrap(api.POST('/api/v1/customers/{id}/consents', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['customers'] }),
  });
}
