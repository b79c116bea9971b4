import { Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { TextLink } from '@/shared/ui/route-link';
import { companiesOfQuery } from '../companies';
import { RoleBadges } from './company-people';
import { Panel } from './panel';

/** Where somebody works or pays. */
export function CompaniesPanel({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const { data, error } = useQuery(companiesOfQuery(id));
  return (
    <Panel title={t('companies.title')}>
      {error && <ErrorState error={error} />}
      {!data && !error && <Skeleton h={28} />}
      {data?.length === 0 && <Text c="dimmed">{t('companies.none')}</Text>}
      {data?.map(({ company, roles }) => (
        <Group key={company.id} justify="space-between" gap="xs">
          <TextLink href={'/companies/' + company.id} size="sm">
            {company.name}
            {roles.position ? ', ' + roles.position : ''}
          </TextLink>
          <RoleBadges roles={roles} />
        </Group>
      ))}
    </Panel>
  );
}
