import { IconMail, IconSend } from '@tabler/icons-react';
import { type Banner, type FeatureRoute, type NavigationItem } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/mailbox', need: 'mailbox.read', page: () => import('./pages/mailbox').then((module) => module.MailboxPage) },
  { path: '/mailbox/$id', need: 'mailbox.read', page: () => import('./pages/mail-reader').then((module) => module.MailReaderPage) },
  { path: '/settings/sending', need: 'settings.manage', page: () => import('./pages/sending').then((module) => module.SendingPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'channels:navigation.mailbox', href: '/mailbox', need: 'mailbox.read', icon: IconMail, group: 'communication', order: 380 },
  { label: 'channels:navigation.sending', href: '/settings/sending', need: 'settings.manage', icon: IconSend, group: 'settings', order: 905 },
];

export const banners: Banner[] = [
  { id: 'hold', part: () => import('./parts/hold-banner').then((part) => part.HoldBanner) },
];
