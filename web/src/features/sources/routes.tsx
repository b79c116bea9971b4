import { IconActivity, IconFileImport, IconWorldCode } from '@tabler/icons-react';
import { type Command, type FeatureRoute, type NavigationItem } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/imports', need: 'imports.run', page: () => import('./pages/import-list').then((module) => module.ImportListPage) },
  { path: '/imports/new', need: 'imports.run', page: () => import('./pages/new-import').then((module) => module.NewImportPage) },
  { path: '/events', need: 'imports.run', page: () => import('./pages/events').then((module) => module.EventsPage) },
  { path: '/events/install', need: 'imports.run', page: () => import('./pages/install-tracker').then((module) => module.InstallTrackerPage) },
  { path: '/events/stored', need: 'settings.manage', page: () => import('./pages/stored-events').then((module) => module.StoredEventsPage) },
  { path: '/imports/$id', need: 'imports.run', page: () => import('./pages/import').then((module) => module.ImportPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'sources:navigation.imports', href: '/imports', need: 'imports.run', icon: IconFileImport, group: 'data', order: 400 },
  { label: 'sources:navigation.events', href: '/events', need: 'imports.run', icon: IconActivity, group: 'data', order: 410 },
];

export const commands: Command[] = [
  { id: 'sources.import', label: 'sources:commands.import', icon: IconFileImport, href: '/imports/new' },
  { id: 'sources.events', label: 'sources:commands.events', icon: IconActivity, href: '/events' },
  { id: 'sources.tracker', label: 'sources:commands.tracker', icon: IconWorldCode, href: '/events/install' },
];
