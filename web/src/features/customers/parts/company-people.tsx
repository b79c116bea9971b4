import { ActionIcon, Badge, Button, Chip, Group, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconUserMinus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { personName } from '@/shared/lib/person-name';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { TextLink } from '@/shared/ui/route-link';
import {
  roleNames,
  useCompanyPeople,
  usePutPerson,
  useRemovePerson,
  type Company,
  type CompanyPerson,
  type CompanyRoles,
} from '../companies';
import { findCustomers } from '../customers';
import { Panel } from './panel';
import { RemoteSelect } from './remote-select';

const stranger: CompanyRoles = { position: null, decisionMaker: false, endUser: false, payer: false };

/** Who of a company is known, and what they are there. */
export function CompanyPeople({ company }: { company: Company }) {
  const { t } = useTranslation('customers');
  const people = useCompanyPeople(company.id);
  const may = useMay()('customers.edit') && !company.deleted;
  return (
    <Panel title={t('company.people')}>
      {may && <AddPerson company={company.id} />}
      <DataTable
        label={t('company.people')}
        columns={useColumns(company.id, may)}
        rowKey={({ customerId }) => customerId}
        empty={
          <EmptyState icon={IconUsers} title={t('company.nobody')}>
            {t('company.nobodyHint')}
          </EmptyState>
        }
        {...people}
      />
    </Panel>
  );
}

function useColumns(company: string, may: boolean): Column<CompanyPerson>[] {
  const { t } = useTranslation('customers');
  return [
    {
      id: 'name',
      header: t('field.name'),
      cell: (person) => (
        <TextLink href={'/customers/' + person.customerId} fw={550}>
          {personName(person) ?? t('list.nameless')}
        </TextLink>
      ),
    },
    { id: 'position', header: t('company.position'), visibleFrom: 'sm', cell: ({ roles }) => roles.position ?? '—' },
    { id: 'roles', header: t('company.roles'), cell: ({ roles }) => <RoleBadges roles={roles} /> },
    ...(may ? [{ id: 'remove', header: '', align: 'right' as const, cell: (person: CompanyPerson) => <Remove company={company} person={person} /> }] : []),
  ];
}

export function RoleBadges({ roles }: { roles: CompanyRoles }) {
  const { t } = useTranslation('customers');
  const said = roleNames.filter((role) => roles[role]);
  return (
    <Group gap={4}>
      {said.map((role) => (
        <Badge key={role} variant="light" tt="none">
          {t(`companyRole.${role}`)}
        </Badge>
      ))}
      {said.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('companyRole.contact')}
        </Text>
      )}
    </Group>
  );
}

function Remove({ company, person }: { company: string; person: CompanyPerson }) {
  const { t } = useTranslation('customers');
  const remove = useRemovePerson();
  const put = usePutPerson();
  const undo = useNotifyUndo();
  const onError = useNotifyProblem();
  const customer = person.customerId;
  const name = personName(person) ?? t('list.nameless');
  const label = t('company.removePerson', { name });
  const onClick = () =>
    remove.mutate(
      { company, customer },
      {
        onSuccess: () =>
          undo(t('company.personRemoved', { name }), () => put.mutate({ company, customer, roles: person.roles }, { onError })),
        onError,
      },
    );
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} loading={remove.isPending} onClick={onClick}>
        <IconUserMinus size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

function AddPerson({ company }: { company: string }) {
  const { t } = useTranslation('customers');
  const [customer, setCustomer] = useState('');
  const [roles, setRoles] = useState(stranger);
  const put = usePutPerson();
  const onError = useNotifyProblem();
  const add = () =>
    put.mutate(
      { company, customer, roles },
      {
        onSuccess: () => {
          setCustomer('');
          setRoles(stranger);
        },
        onError,
      },
    );
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" grow preventGrowOverflow={false} wrap="wrap">
        <RemoteSelect
          key={put.submittedAt}
          label={t('company.person')}
          value={customer}
          known={[]}
          queryKey="customers"
          find={async (q, signal) =>
            (await findCustomers(q, signal)).map((one) => ({ value: one.id, label: personName(one) ?? '—' }))
          }
          onChange={setCustomer}
        />
        <TextInput
          label={t('company.position')}
          maxLength={200}
          value={roles.position ?? ''}
          onChange={(event) => setRoles({ ...roles, position: event.currentTarget.value })}
        />
      </Group>
      <Group gap="xs" justify="space-between">
        <Group gap={6}>
          {roleNames.map((role) => (
            <Chip
              key={role}
              size="xs"
              checked={roles[role]}
              onChange={(checked) => setRoles({ ...roles, [role]: checked })}
            >
              {t(`companyRole.${role}`)}
            </Chip>
          ))}
        </Group>
        <Button size="xs" disabled={!customer} loading={put.isPending} onClick={add}>
          {t('company.addPerson')}
        </Button>
      </Group>
    </Stack>
  );
}
