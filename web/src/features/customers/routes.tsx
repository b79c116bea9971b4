import { IconUsers } from '@tabler/icons-react';
import { type FeatureRoute, type NavigationItem, type PaletteSearch } from '@/shared/lib/feature';
import { findCustomers } from './customers';

export const routes: FeatureRoute[] = [
  { path: '/customers', need: 'customers.read', page: () => import('./pages/customer-list').then((module) => module.CustomerListPage) },
  { path: '/customers/$id', need: 'customers.read', page: () => import('./pages/customer-card').then((module) => module.CustomerCardPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'customers:navigation.customers', href: '/customers', need: 'customers.read', icon: IconUsers, group: 'audience', order: 200 },
];

export const searches: PaletteSearch[] = [
  {
    id: 'customers',
    label: 'customers:navigation.customers',
    icon: IconUsers,
    need: 'customers.read',
    find: async (query, signal) =>
      (await findCustomers(query, signal)).map((customer) => ({
        id: customer.id,
        title: customer.name || customer.email || customer.phone || '—',
        description: [customer.email, customer.city].filter(Boolean).join(' · '),
        href: `/customers/${customer.id}`,
      })),
  },
];
