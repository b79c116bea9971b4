import { type FeatureRoute } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/orders/$id', need: 'customers.read', page: () => import('./pages/order').then((module) => module.OrderPage) },
];
