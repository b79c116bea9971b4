import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type GovernedField = Answer<'/api/v1/field-rights', 'get'>['items'][number];
export type Audience = { seenBy: string[] | null; editedBy: string[] | null };

export const fieldRightsQuery = queryOptions({
  queryKey: ['customers', 'field-rights'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/field-rights', { signal })),
});

export function useSaveAudience() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ field, audience }: { field: string; audience: Audience }) =>
      unwrap(api.PUT('/api/v1/field-rights/{field}', { params: { path: { field } }, body: audience })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['customers'] }),
  });
}

const governed = ['email', 'phone', 'birthDate', 'sex', 'language', 'zone', 'country', 'region', 'city', 'district'];

const seenQuery = queryOptions({
  queryKey: ['customers', 'fields'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/customer-fields', { signal }))).items,
});

/** Which of the usual fields the reader sees and changes; all until the answer is there. */
export function useFieldSight(): { sees: (field: string) => boolean; edits: (field: string) => boolean } {
  const seen = useQuery(seenQuery).data;
  const known = new Map(seen?.map(({ field, editable }) => [field, editable]));
  const free = (field: string) => !seen || !governed.includes(field);
  return {
    sees: (field) => free(field) || known.has(field),
    edits: (field) => free(field) || known.get(field) === true,
  };
}

/** The roles that a field can be kept to, programs among them; owners need not be named. */
export function useRoleChoices(): { value: string; label: string }[] {
  const { t } = useTranslation('customers');
  const roles = useQuery(fieldRightsQuery).data?.roles ?? [];
  return [
    ...roles.filter(({ id }) => id !== 'owner').map(({ id, name }) => ({ value: id, label: name ?? t(`attributes.roles.${id}`) })),
    { value: 'api-key', label: t('attributes.programs') },
  ];
}
