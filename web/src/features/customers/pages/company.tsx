import { Anchor, Button, Grid, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countryName } from '@/shared/lib/country-name';
import { useGo, usePathParam } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { Permitted } from '@/shared/ui/permitted';
import { TextLink } from '@/shared/ui/route-link';
import { companyQuery, useChangeCompany, useDeleteCompany, useRestoreCompany, type Company } from '../companies';
import { CompanyForm, draftOf } from '../parts/company-form';
import { CompanyPeople } from '../parts/company-people';
import { ObjectsPanels } from '../parts/objects-panels';
import { OwnerPanel } from '../parts/owner-panel';
import { Panel } from '../parts/panel';

export function CompanyPage() {
  const { t } = useTranslation('customers');
  const id = usePathParam('id');
  const { data: company, error, refetch } = useQuery(companyQuery(id));
  const above = (company?.parents ?? []).toReversed().map(({ id: parent, name }) => ({ label: name, href: `/companies/${parent}` }));
  return (
    <Page
      title={company?.name ?? '…'}
      crumbs={[{ label: t('companies.title'), href: '/companies' }, ...above]}
      actions={company && !company.deleted && <Actions company={company} />}
    >
      {error && !company && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!company && !error && <Skeleton h={320} />}
      {company?.deleted && <Deleted company={company} />}
      {company && (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 5, lg: 4 }}>
            <Stack gap="md">
              <Facts company={company} />
              <OwnerPanel owned={{ kind: 'companies', id: company.id, ownerId: company.ownerId ?? null }} />
              <Children company={company} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7, lg: 8 }}>
            <Stack gap="md">
              <CompanyPeople company={company} />
              {!company.deleted && <ObjectsPanels owner={{ kind: 'COMPANY', id: company.id }} />}
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}

function Actions({ company }: { company: Company }) {
  const { t } = useTranslation(['customers', 'shared']);
  const [opened, { open, close }] = useDisclosure(false);
  const change = useChangeCompany(company.id);
  const remove = useDeleteCompany();
  const restore = useRestoreCompany();
  const undo = useNotifyUndo();
  const onError = useNotifyProblem();
  const go = useGo();
  const before = draftOf(company);
  const onDelete = () =>
    remove.mutate(company.id, {
      onSuccess: () => {
        go('/companies');
        undo(t('company.deleted', { name: company.name }), () => restore.mutate(company.id, { onError }));
      },
      onError,
    });
  return (
    <Permitted need="customers.edit">
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={open}>
        {t('company.edit')}
      </Button>
      <Button variant="default" leftSection={<IconTrash size={16} />} loading={remove.isPending} onClick={onDelete}>
        {t('company.delete')}
      </Button>
      <Modal opened={opened} onClose={close} size="lg" title={<Text fw={620}>{t('company.edit')}</Text>}>
        <CompanyForm
          company={company}
          error={change.error}
          loading={change.isPending}
          action={t('shared:save')}
          close={close}
          save={(draft, refused) =>
            change.mutate(draft, {
              onSuccess: () => {
                close();
                undo(t('edit.saved'), () => change.mutate(before, { onError }));
              },
              onError: refused,
            })
          }
        />
      </Modal>
    </Permitted>
  );
}

function Deleted({ company }: { company: Company }) {
  const { t } = useTranslation('customers');
  const restore = useRestoreCompany();
  const onError = useNotifyProblem();
  return (
    <Text>
      {t('company.isDeleted')}{' '}
      <Permitted need="customers.edit">
        <Anchor component="button" onClick={() => restore.mutate(company.id, { onError })}>
          {t('company.restore')}
        </Anchor>
      </Permitted>
    </Text>
  );
}

function Facts({ company }: { company: Company }) {
  const { t, i18n } = useTranslation('customers');
  const number = company.taxId && company.taxKind ? `${t(`taxKind.${company.taxKind}`)} ${company.taxId}` : null;
  const facts: [string, string | null | undefined][] = [
    [t('company.taxId'), number],
    [t('input.country'), company.country && countryName(company.country, i18n.language)],
    [t('company.size'), company.size && t(`companySize.${company.size}`)],
    [t('company.industry'), company.industry],
    [t('company.website'), company.website],
    [t('company.note'), company.note],
  ];
  const known = facts.filter(([, value]) => value);
  return (
    <Panel title={t('company.about')}>
      {known.length === 0 && <Text c="dimmed">{t('company.nothingKnown')}</Text>}
      {known.map(([name, value]) => (
        <div key={name}>
          <Text size="xs" c="dimmed">
            {name}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
    </Panel>
  );
}

function Children({ company }: { company: Company }) {
  const { t } = useTranslation('customers');
  if (company.children.length === 0) return null;
  return (
    <Panel title={t('company.children')}>
      {company.children.map(({ id, name }) => (
        <TextLink key={id} href={'/companies/' + id} size="sm">
          {name}
        </TextLink>
      ))}
    </Panel>
  );
}
