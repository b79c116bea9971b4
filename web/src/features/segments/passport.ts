import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';

export type PassportVersion = Answer<'/api/v1/segments/{id}/passport', 'get'>;
export type Passport = PassportVersion['passport'];
export type KpiReport = Answer<'/api/v1/segments/{id}/kpi', 'get'>;
export type Kpi = KpiReport['kpi'];

export const goals = ['SALES', 'LOYALTY', 'CHURN'] as const;
export const priorities = ['HIGH', 'NORMAL', 'LOW'] as const;
export const kpis = ['MEMBERS', 'BUYERS', 'ORDERS', 'REVENUE', 'AVERAGE_CHECK'] as const;
export const passportTexts = ['persona', 'needs', 'incentive', 'playbook'] as const;

export const isMoney = (kpi: Kpi): boolean => kpi === 'REVENUE' || kpi === 'AVERAGE_CHECK';

export function usePassport(id: string) {
  return useQuery({
    queryKey: ['segments', 'passport', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/{id}/passport', { params: { path: { id } }, signal })),
  });
}

export function usePassportVersions(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['segments', 'passports', id],
    enabled,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/{id}/passports', { params: { path: { id } }, signal })),
    select: ({ items }) => items,
  });
}

export function useKpi(id: string) {
  return useQuery({
    queryKey: ['segments', 'kpi', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/{id}/kpi', { params: { path: { id } }, signal })),
  });
}

export function useChangePassport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { version: number; passport: Passport }) =>
      unwrap(api.PUT('/api/v1/segments/{id}/passport', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['segments'] }),
  });
}

/** Which parts differ, in the order in which they are shown. */
export function changedParts(before: Passport, after: Passport): (keyof Passport)[] {
  const parts: (keyof Passport)[] = ['goal', 'kpi', 'plan', 'owner', 'priority', ...passportTexts];
  return parts.filter((part) => JSON.stringify(before[part] ?? null) !== JSON.stringify(after[part] ?? null));
}

/** The first day of a month, so many months after that of another day. */
export function monthAfter(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1 + months, 1)).toISOString().slice(0, 10);
}
