import { type ComponentType } from 'react';
import { type Permission } from '@/shared/api/permission';

/**
 * A screen at an address. Path parameters are written `$name` and read with `usePathParam`.
 * `need` is the right without which the screen is of no use; left out only where whoever is signed in may see it.
 */
export type FeatureRoute = {
  path: string;
  need?: Permission;
  page: () => Promise<ComponentType>;
};

/** Groups of the left navigation, in the order in which they are shown. */
export const navigationGroups = ['overview', 'audience', 'communication', 'data', 'settings'] as const;
export type NavigationGroup = (typeof navigationGroups)[number];

export type Icon = ComponentType<{ size?: number | string; stroke?: number | string }>;

/** `label` is a full key, namespace included: `customers:navigation.customers`. */
export type NavigationItem = {
  label: string;
  href: string;
  icon: Icon;
  group: NavigationGroup;
  order: number;
  need?: Permission;
};

/** Something the palette can do: go to an address, or run. */
export type Command = {
  id: string;
  label: string;
  icon?: Icon;
  need?: Permission;
} & ({ href: string } | { run: () => void | Promise<void> });

export type PaletteHit = { id: string; title: string; description?: string; href: string };

/** Live search in the palette, such as customers by name. Asked after two characters, cancelled when outdated. */
export type PaletteSearch = {
  id: string;
  label: string;
  icon?: Icon;
  need?: Permission;
  find: (query: string, signal: AbortSignal) => Promise<PaletteHit[]>;
};

/** Instead of any screen, until the session is ready for one. */
export type GateStage = 'signIn' | 'join' | 'signedIn' | 'changePassword' | 'firstStart';
export type Gate = { stage: GateStage; page: () => Promise<ComponentType> };

/** Above every screen, whoever looks, while it has something to say; draws nothing otherwise. */
export type Banner = { id: string; part: () => Promise<ComponentType> };

/** What `features/<room>/routes.tsx` may export; the app finds the file by its place. */
export type Feature = {
  routes?: FeatureRoute[];
  navigation?: NavigationItem[];
  commands?: Command[];
  searches?: PaletteSearch[];
  gates?: Gate[];
  banners?: Banner[];
};
