import { IconForms } from '@tabler/icons-react';
import { type Command, type FeatureRoute, type NavigationItem } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/forms', need: 'content.read', page: () => import('./pages/form-list').then((module) => module.FormListPage) },
  { path: '/forms/new', need: 'content.edit', page: () => import('./pages/new-form').then((module) => module.NewFormPage) },
  { path: '/forms/$id', need: 'content.read', page: () => import('./pages/form').then((module) => module.FormPage) },
  {
    path: '/forms/$id/submissions',
    need: 'customers.read',
    page: () => import('./pages/submissions').then((module) => module.SubmissionsPage),
  },
  { path: '/forms/$id/paper', need: 'imports.run', page: () => import('./pages/paper').then((module) => module.PaperPage) },
  { path: '/forms/$id/friction', need: 'content.read', page: () => import('./pages/friction').then((module) => module.FrictionPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'forms:navigation.forms', href: '/forms', need: 'content.read', icon: IconForms, group: 'data', order: 420 },
];

export const commands: Command[] = [
  { id: 'form.new', label: 'forms:commands.new', href: '/forms/new', need: 'content.edit', icon: IconForms },
];
