import { Button, Group, Select } from '@mantine/core';
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateText, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { RouteLink } from '@/shared/ui/route-link';
import { Permitted } from '@/shared/ui/permitted';
import { campaignStates, useCampaigns, type Campaign } from '../campaigns';
import { StateBadge } from '../parts/state-badge';

export function CampaignListPage() {
  const { t } = useTranslation('campaigns');
  const [search, setSearch] = useUrlSearch();
  const state = campaignStates.find((one) => one === search.state);
  const campaigns = useCampaigns(state);
  const create = (
    <Permitted need="campaigns.edit">
      <Button component={RouteLink} href="/campaigns/new" leftSection={<IconPlus size={16} />}>
        {t('list.create')}
      </Button>
    </Permitted>
  );
  return (
    <Page title={t('list.title')} description={t('list.text')} actions={create}>
      <Group>
        <Select
          aria-label={t('list.state')}
          placeholder={t('list.anyState')}
          clearable
          data={campaignStates.map((value) => ({ value, label: t(`states.${value}`) }))}
          value={state ?? null}
          onChange={(value) => setSearch({ state: value ?? undefined })}
          w={220}
        />
      </Group>
      <DataTable
        label={t('list.title')}
        columns={useCampaignColumns()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/campaigns/${id}`}
        empty={
          <EmptyState icon={IconSpeakerphone} title={t(state ? 'list.noneTitle' : 'list.emptyTitle')} action={create}>
            {t(state ? 'list.none' : 'list.empty')}
          </EmptyState>
        }
        {...campaigns}
      />
    </Page>
  );
}

function useCampaignColumns(): Column<Campaign>[] {
  const { t } = useTranslation('campaigns');
  return [
    { id: 'name', header: t('fields.name'), cell: ({ draft }) => draft.name },
    { id: 'state', header: t('list.state'), cell: ({ state }) => <StateBadge state={state} /> },
    {
      id: 'audience',
      header: t('list.audience'),
      align: 'right',
      visibleFrom: 'sm',
      cell: ({ audienceSize }) => <NumberText value={audienceSize} />,
    },
    {
      id: 'launched',
      header: t('list.launched'),
      align: 'right',
      visibleFrom: 'xs',
      cell: ({ launchedAt, draft }) => <DateText value={launchedAt ?? draft.sendAt} />,
    },
  ];
}
