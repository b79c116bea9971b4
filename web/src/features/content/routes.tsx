import { IconTemplate } from '@tabler/icons-react';
import { type Command, type FeatureRoute, type NavigationItem } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/templates', need: 'content.read', page: () => import('./pages/template-list').then((module) => module.TemplateListPage) },
  { path: '/templates/new', need: 'content.edit', page: () => import('./pages/new-template').then((module) => module.NewTemplatePage) },
  { path: '/templates/$id', need: 'content.read', page: () => import('./pages/template').then((module) => module.TemplatePage) },
];

export const navigation: NavigationItem[] = [
  { label: 'content:navigation.templates', href: '/templates', need: 'content.read', icon: IconTemplate, group: 'communication', order: 320 },
];

export const commands: Command[] = [
  { id: 'template.new', label: 'content:commands.new', href: '/templates/new', need: 'content.edit', icon: IconTemplate },
];
