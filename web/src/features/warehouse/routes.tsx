import { IconDatabaseShare } from '@tabler/icons-react';
import { type FeatureRoute, type NavigationItem } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/mirror', need: 'settings.manage', page: () => import('./pages/mirror').then((module) => module.MirrorPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'warehouse:navigation.mirror', href: '/mirror', need: 'settings.manage', icon: IconDatabaseShare, group: 'data', order: 480 },
];
