import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { useGo, usePathParam } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { cardQuery } from '../customer-card';
import { CompaniesPanel } from '../parts/companies-panel';
import { ConsentsPanel } from '../parts/consents-panel';
import { FilesPanel } from '../parts/files-panel';
import { ObjectsPanels } from '../parts/objects-panels';
import { OrdersPanel } from '../parts/orders-panel';
import { PersonMenu } from '../parts/person-menu';
import { ProfilePanel } from '../parts/profile-panel';
import { SegmentsPanel } from '../parts/segments-panel';
import { StepPanel } from '../parts/step-panel';
import { TimelinePanel } from '../parts/timeline-panel';

/** A merged person's address leads to whom they were found to be. */
function useRightAddress(asked: string, id: string | undefined): void {
  const go = useGo();
  const { t } = useTranslation('customers');
  useEffect(() => {
    if (!id || id === asked) return;
    notifyDone(t('merge.led'));
    go('/customers/' + id, { replace: true });
  }, [asked, id, go, t]);
}

export function CustomerCardPage() {
  const { t } = useTranslation('customers');
  const id = usePathParam('id');
  const { data: card, error, refetch } = useQuery(cardQuery(id));
  useRightAddress(id, card?.id);
  const title = card ? personName({ ...card, externalId: card.externalIds[0] }) ?? t('list.nameless') : '…';
  return (
    <Page title={title} crumbs={[{ label: t('list.title'), href: '/customers' }]} actions={card && <PersonMenu card={card} />}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 4, lg: 3 }}>
            <ProfilePanel card={card} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 8, lg: 5 }} order={{ base: 3, md: 2 }}>
            <TimelinePanel id={id} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }} order={{ base: 2, md: 3 }}>
            <Stack gap="md">
              <StepPanel id={id} />
              <ConsentsPanel id={id} />
              <SegmentsPanel id={id} />
              <OrdersPanel id={id} />
              <ObjectsPanels owner={{ kind: 'CUSTOMER', id }} />
              <CompaniesPanel id={id} />
              <FilesPanel id={id} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}
