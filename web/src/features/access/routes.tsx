import { IconBuildingStore, IconHistory, IconInfoCircle, IconKey, IconLogin2, IconShieldCheck, IconUser, IconUsers } from '@tabler/icons-react';
import { type FeatureRoute, type Gate, type NavigationItem } from '@/shared/lib/feature';

export const gates: Gate[] = [
  { stage: 'signIn', page: () => import('./pages/sign-in').then((module) => module.SignInPage) },
  { stage: 'join', page: () => import('./pages/join').then((module) => module.JoinPage) },
  { stage: 'signedIn', page: () => import('./pages/signed-in').then((module) => module.SignedInPage) },
  { stage: 'changePassword', page: () => import('./pages/forced-password').then((module) => module.ForcedPasswordPage) },
  { stage: 'firstStart', page: () => import('./pages/first-start').then((module) => module.FirstStartPage) },
];

export const routes: FeatureRoute[] = [
  { path: '/settings/organisation', need: 'settings.manage', page: () => import('./pages/organisation').then((module) => module.OrganisationPage) },
  { path: '/settings/account', page: () => import('./pages/account').then((module) => module.AccountPage) },
  { path: '/settings/api-keys', need: 'keys.manage', page: () => import('./pages/api-keys').then((module) => module.ApiKeysPage) },
  { path: '/settings/users', need: 'users.manage', page: () => import('./pages/users').then((module) => module.UsersPage) },
  { path: '/settings/roles', need: 'users.manage', page: () => import('./pages/roles').then((module) => module.RolesPage) },
  { path: '/settings/oidc', need: 'settings.manage', page: () => import('./pages/oidc-settings').then((module) => module.OidcSettingsPage) },
  { path: '/settings/audit', need: 'audit.read', page: () => import('./pages/audit').then((module) => module.AuditPage) },
  { path: '/settings/about', need: 'settings.manage', page: () => import('./pages/about').then((module) => module.AboutPage) },
];

export const navigation: NavigationItem[] = [
  {
    label: 'access:navigation.organisation',
    href: '/settings/organisation',
    need: 'settings.manage',
    icon: IconBuildingStore,
    group: 'settings',
    order: 900,
  },
  { label: 'access:navigation.account', href: '/settings/account', icon: IconUser, group: 'settings', order: 910 },
  { label: 'access:navigation.apiKeys', href: '/settings/api-keys', need: 'keys.manage', icon: IconKey, group: 'settings', order: 920 },
  {
    label: 'access:navigation.users',
    href: '/settings/users',
    need: 'users.manage',
    icon: IconUsers,
    group: 'settings',
    order: 912,
  },
  {
    label: 'access:navigation.roles',
    href: '/settings/roles',
    need: 'users.manage',
    icon: IconShieldCheck,
    group: 'settings',
    order: 914,
  },
  {
    label: 'access:navigation.oidc',
    href: '/settings/oidc',
    need: 'settings.manage',
    icon: IconLogin2,
    group: 'settings',
    order: 916,
  },
  {
    label: 'access:navigation.audit',
    href: '/settings/audit',
    need: 'audit.read',
    icon: IconHistory,
    group: 'settings',
    order: 930,
  },
  { label: 'access:navigation.about', href: '/settings/about', need: 'settings.manage', icon: IconInfoCircle, group: 'settings', order: 940 },
];
