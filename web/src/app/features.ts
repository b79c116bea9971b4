import { type Feature } from '@/shared/lib/feature';

const files = import.meta.glob<Feature>('../features/*/routes.tsx', { eager: true });
const features = Object.values(files);

/** All that the features have registered; a new feature is found by its folder. */
export const registry = {
  routes: features.flatMap((feature) => feature.routes ?? []),
  navigation: features.flatMap((feature) => feature.navigation ?? []).toSorted((a, b) => a.order - b.order),
  commands: features.flatMap((feature) => feature.commands ?? []),
  searches: features.flatMap((feature) => feature.searches ?? []),
  gates: features.flatMap((feature) => feature.gates ?? []),
  banners: features.flatMap((feature) => feature.banners ?? []),
};
