import { IconInfoCircle } from '@tabler/icons-react';
import { type FeatureRoute, type Gate, type NavigationItem } from '@/shared/lib/feature';

export const gates: Gate[] = [
  { stage: 'signIn', page: () => import('./pages/sign-in').then((module) => module.SignInPage) },
];

export const routes: FeatureRoute[] = [
  { path: '/settings/about', page: () => import('./pages/about').then((module) => module.AboutPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'access:navigation.about', href: '/settings/about', icon: IconInfoCircle, group: 'settings', order: 940 },
];
