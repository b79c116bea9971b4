import { IconDatabaseShare } from '@tabler/icons-react';
import { type FeatureRoute, type NavigationItem } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/mirror', page: () => import('./pages/mirror').then((module) => module.MirrorPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'warehouse:navigation.mirror', href: '/mirror', icon: IconDatabaseShare, group: 'data', order: 480 },
];
