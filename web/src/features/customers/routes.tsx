import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { type Command, type FeatureRoute, type NavigationItem, type PaletteSearch } from '@/shared/lib/feature';
import { personName } from '@/shared/lib/person-name';
import { findCustomers } from './customers';

export const routes: FeatureRoute[] = [
  { path: '/customers', need: 'customers.read', page: () => import('./pages/customer-list').then((module) => module.CustomerListPage) },
  { path: '/customers/$id', need: 'customers.read', page: () => import('./pages/customer-card').then((module) => module.CustomerCardPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'customers:navigation.customers', href: '/customers', need: 'customers.read', icon: IconUsers, group: 'audience', order: 200 },
];

export const commands: Command[] = [
  { id: 'add-customer', label: 'customers:add.title', icon: IconUserPlus, href: '/customers?add=1' },
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
        title: personName(customer) ?? '—',
        description: [customer.email, customer.city].filter(Boolean).join(' · '),
        href: `/customers/${customer.id}`,
      })),
  },
];
