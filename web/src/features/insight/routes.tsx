import { IconChartGridDots, IconGridDots, IconLayoutDashboard, IconRecycle, IconRoute, IconTable } from '@tabler/icons-react';
import { type FeatureRoute, type NavigationItem } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/', need: 'insight.read', page: () => import('./pages/overview').then((module) => module.OverviewPage) },
  { path: '/rfm', need: 'insight.read', page: () => import('./pages/rfm').then((module) => module.RfmPage) },
  { path: '/life-cycle', need: 'insight.read', page: () => import('./pages/life-cycle').then((module) => module.LifeCyclePage) },
  { path: '/sources', need: 'insight.read', page: () => import('./pages/sources').then((module) => module.SourcesPage) },
  { path: '/matrix/own', need: 'insight.read', page: () => import('./pages/own-matrix').then((module) => module.OwnMatrixPage) },
  { path: '/matrix', need: 'insight.read', page: () => import('./pages/matrix').then((module) => module.MatrixPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'insight:navigation.overview', href: '/', need: 'insight.read', icon: IconLayoutDashboard, group: 'overview', order: 10 },
  { label: 'insight:navigation.sources', href: '/sources', need: 'insight.read', icon: IconRoute, group: 'overview', order: 20 },
  { label: 'insight:navigation.rfm', href: '/rfm', need: 'insight.read', icon: IconGridDots, group: 'audience', order: 220 },
  { label: 'insight:navigation.lifeCycle', href: '/life-cycle', need: 'insight.read', icon: IconRecycle, group: 'audience', order: 215 },
  { label: 'insight:navigation.own', href: '/matrix/own', need: 'insight.read', icon: IconTable, group: 'audience', order: 240 },
  { label: 'insight:navigation.matrix', href: '/matrix', need: 'insight.read', icon: IconChartGridDots, group: 'audience', order: 230 },
];
