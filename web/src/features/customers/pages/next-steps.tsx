import { Badge, Group, Select, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '@/shared/api/colleagues';
import { useSession } from '@/shared/api/session';
import { useUrlSearch } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { useNextSteps, type PlannedStep } from '../next-steps';

const EVERYBODY = 'all';
const today = (): string => new Date().toLocaleDateString('sv');

/** What is to be done with whom: one's own steps, until somebody else is chosen. */
export function NextStepsPage() {
  const { t } = useTranslation('customers');
  const [search, narrow] = useUrlSearch();
  const me = useSession()?.user.id ?? '';
  const { data: colleagues = [] } = useQuery(colleaguesQuery);
  const whose = search['who'] ?? me;
  const steps = useNextSteps(whose === EVERYBODY ? '' : whose);
  return (
    <Page title={t('steps.title')} description={t('steps.text')}>
      <Select
        label={t('step.who')}
        searchable
        allowDeselect={false}
        maw={280}
        data={[
          { value: EVERYBODY, label: t('steps.everybody') },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={whose}
        onChange={(who) => narrow({ who: who ?? EVERYBODY })}
      />
      <DataTable
        label={t('steps.title')}
        columns={useColumns()}
        rowKey={({ step }) => step.id}
        rowHref={({ customerId }) => `/customers/${customerId}`}
        empty={
          <EmptyState icon={IconChecklist} title={t('steps.emptyTitle')}>
            {t('steps.empty')}
          </EmptyState>
        }
        {...steps}
      />
    </Page>
  );
}

function useColumns(): Column<PlannedStep>[] {
  const { t } = useTranslation('customers');
  return [
    {
      id: 'due',
      header: t('step.due'),
      width: 190,
      cell: ({ step }) => (
        <Group gap="xs" wrap="nowrap">
          <DateText value={step.due} as="day" />
          {step.due < today() && <Badge color="red">{t('step.overdue')}</Badge>}
        </Group>
      ),
    },
    {
      id: 'what',
      header: t('step.what'),
      cell: ({ step }) => (
        <Text inherit fw={550} style={{ overflowWrap: 'anywhere' }}>
          {step.what}
        </Text>
      ),
    },
    { id: 'customer', header: t('steps.with'), visibleFrom: 'sm', cell: ({ customerName }) => customerName || '—' },
    { id: 'who', header: t('step.who'), visibleFrom: 'md', cell: ({ step }) => step.responsible || '—' },
  ];
}
