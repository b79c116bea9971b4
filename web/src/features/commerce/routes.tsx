import { IconPackage, IconReceipt } from '@tabler/icons-react';
import { type FeatureRoute, type NavigationItem } from '@/shared/lib/feature';

export const routes: FeatureRoute[] = [
  { path: '/orders', need: 'customers.read', page: () => import('./pages/order-list').then((module) => module.OrderListPage) },
  { path: '/orders/$id', need: 'customers.read', page: () => import('./pages/order').then((module) => module.OrderPage) },
  { path: '/products', need: 'customers.read', page: () => import('./pages/product-list').then((module) => module.ProductListPage) },
  { path: '/products/$id', need: 'customers.read', page: () => import('./pages/product').then((module) => module.ProductPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'commerce:navigation.orders', href: '/orders', need: 'customers.read', icon: IconReceipt, group: 'audience', order: 206 },
  { label: 'commerce:navigation.products', href: '/products', need: 'customers.read', icon: IconPackage, group: 'audience', order: 207 },
];
