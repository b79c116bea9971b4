import { IconFilterPlus, IconListDetails, IconTrophy, IconUsersGroup } from '@tabler/icons-react';
import { type Command, type FeatureRoute, type NavigationItem, type PaletteSearch } from '@/shared/lib/feature';
import { findSegments } from './segments';

export const routes: FeatureRoute[] = [
  { path: '/segments', need: 'segments.read', page: () => import('./pages/segment-list').then((module) => module.SegmentListPage) },
  { path: '/segments/new', need: 'segments.edit', page: () => import('./pages/new-segment').then((module) => module.NewSegmentPage) },
  { path: '/segments/new-list', need: 'segments.edit', page: () => import('./pages/new-list').then((module) => module.NewListPage) },
  { path: '/segments/compare', need: 'segments.read', page: () => import('./pages/compare').then((module) => module.ComparePage) },
  { path: '/segments/ranking', need: 'segments.read', page: () => import('./pages/ranking').then((module) => module.RankingPage) },
  { path: '/segments/$id', need: 'segments.read', page: () => import('./pages/segment-page').then((module) => module.SegmentPage) },
  { path: '/segments/$id/edit', need: 'segments.edit', page: () => import('./pages/edit-segment').then((module) => module.EditSegmentPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'segments:navigation.segments', href: '/segments', need: 'segments.read', icon: IconUsersGroup, group: 'audience', order: 210 },
];

export const commands: Command[] = [
  { id: 'new-segment', label: 'segments:list.new', icon: IconFilterPlus, href: '/segments/new' },
  { id: 'new-list', label: 'segments:byHand.newTitle', icon: IconListDetails, need: 'segments.edit', href: '/segments/new-list' },
  { id: 'segment-ranking', label: 'segments:ranking.title', icon: IconTrophy, need: 'segments.read', href: '/segments/ranking' },
];

export const searches: PaletteSearch[] = [
  {
    id: 'segments',
    label: 'segments:navigation.segments',
    icon: IconUsersGroup,
    need: 'segments.read',
    find: async (query, signal) =>
      (await findSegments(query, signal)).map(({ segment }) => ({
        id: segment.id,
        title: segment.name,
        href: `/segments/${segment.id}`,
      })),
  },
];
