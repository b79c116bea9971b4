import { type FeatureRoute } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/orders/$id', page: () => import('./pages/order').then((module) => module.OrderPage) },
];
