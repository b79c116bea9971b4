import { IconPackage } from '@tabler/icons-react';
import { type FeatureRoute, type NavigationItem } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/orders/$id', need: 'customers.read', page: () => import('./pages/order').then((module) => module.OrderPage) },
  { path: '/products', need: 'customers.read', page: () => import('./pages/product-list').then((module) => module.ProductListPage) },
  { path: '/products/$id', need: 'customers.read', page: () => import('./pages/product').then((module) => module.ProductPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'commerce:navigation.products', href: '/products', need: 'customers.read', icon: IconPackage, group: 'audience', order: 207 },
];
