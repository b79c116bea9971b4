import { IconHeartbeat, IconUsersPlus } from '@tabler/icons-react';
import { type Command, type FeatureRoute, type NavigationItem } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/duplicates', need: 'customers.edit', page: () => import('./pages/duplicates').then((module) => module.DuplicatesPage) },
  { path: '/data-quality', need: 'customers.edit', page: () => import('./pages/quality').then((module) => module.QualityPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'duplicates:navigation.duplicates', href: '/duplicates', need: 'customers.edit', icon: IconUsersPlus, group: 'data', order: 430 },
  { label: 'duplicates:navigation.quality', href: '/data-quality', need: 'customers.edit', icon: IconHeartbeat, group: 'data', order: 440 },
];

export const commands: Command[] = [
  { id: 'duplicates', label: 'duplicates:review.command', icon: IconUsersPlus, need: 'customers.edit', href: '/duplicates' },
];
