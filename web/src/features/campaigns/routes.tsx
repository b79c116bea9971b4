import { IconSpeakerphone } from '@tabler/icons-react';
import { type Command, type FeatureRoute, type NavigationItem } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/campaigns', need: 'campaigns.read', page: () => import('./pages/campaign-list').then((module) => module.CampaignListPage) },
  { path: '/campaigns/new', need: 'campaigns.edit', page: () => import('./pages/new-campaign').then((module) => module.NewCampaignPage) },
  { path: '/campaigns/$id', need: 'campaigns.read', page: () => import('./pages/campaign').then((module) => module.CampaignPage) },
  {
    path: '/campaigns/$id/people',
    need: 'customers.read',
    page: () => import('./pages/campaign-people').then((module) => module.CampaignPeoplePage),
  },
];

export const navigation: NavigationItem[] = [
  {
    label: 'campaigns:navigation.campaigns',
    href: '/campaigns',
    need: 'campaigns.read',
    icon: IconSpeakerphone,
    group: 'communication',
    order: 310,
  },
];

export const commands: Command[] = [
  { id: 'campaign.new', label: 'campaigns:commands.new', href: '/campaigns/new', need: 'campaigns.edit', icon: IconSpeakerphone },
];
