import {
  IconBox,
  IconBuilding,
  IconBuildingPlus,
  IconChecklist,
  IconFingerprint,
  IconForms,
  IconStack2,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import { type Command, type FeatureRoute, type NavigationItem, type PaletteSearch } from '@/shared/lib/feature';
import { personName } from '@/shared/lib/person-name';
import { findCompanies } from './companies';
import { findCustomers } from './customers';

export const routes: FeatureRoute[] = [
  { path: '/customers', need: 'customers.read', page: () => import('./pages/customer-list').then((module) => module.CustomerListPage) },
  { path: '/customers/$id', need: 'customers.read', page: () => import('./pages/customer-card').then((module) => module.CustomerCardPage) },
  { path: '/next-steps', need: 'customers.read', page: () => import('./pages/next-steps').then((module) => module.NextStepsPage) },
  { path: '/companies', need: 'customers.read', page: () => import('./pages/company-list').then((module) => module.CompanyListPage) },
  { path: '/settings/attributes', need: 'settings.manage', page: () => import('./pages/attributes').then((module) => module.AttributesPage) },
  { path: '/objects', need: 'customers.read', page: () => import('./pages/object-list').then((module) => module.ObjectListPage) },
  { path: '/settings/objects', need: 'settings.manage', page: () => import('./pages/object-types').then((module) => module.ObjectTypesPage) },
  { path: '/settings/identity', need: 'settings.manage', page: () => import('./pages/identity').then((module) => module.IdentityPage) },
  { path: '/companies/$id', need: 'customers.read', page: () => import('./pages/company').then((module) => module.CompanyPage) },
];

export const navigation: NavigationItem[] = [
  { label: 'customers:navigation.customers', href: '/customers', need: 'customers.read', icon: IconUsers, group: 'audience', order: 200 },
  { label: 'customers:navigation.companies', href: '/companies', need: 'customers.read', icon: IconBuilding, group: 'audience', order: 205 },
  { label: 'customers:navigation.objects', href: '/objects', need: 'customers.read', icon: IconBox, group: 'audience', order: 207 },
  { label: 'customers:navigation.steps', href: '/next-steps', need: 'customers.read', icon: IconChecklist, group: 'audience', order: 208 },
  {
    label: 'customers:navigation.attributes',
    href: '/settings/attributes',
    need: 'settings.manage',
    icon: IconForms,
    group: 'settings',
    order: 905,
  },
  {
    label: 'customers:navigation.objectTypes',
    href: '/settings/objects',
    need: 'settings.manage',
    icon: IconStack2,
    group: 'settings',
    order: 906,
  },
  {
    label: 'customers:navigation.identity',
    href: '/settings/identity',
    need: 'settings.manage',
    icon: IconFingerprint,
    group: 'settings',
    order: 907,
  },
];

export const commands: Command[] = [
  { id: 'add-customer', label: 'customers:add.title', icon: IconUserPlus, href: '/customers?add=1' },
  { id: 'add-company', label: 'customers:companies.addTitle', icon: IconBuildingPlus, href: '/companies?add=1' },
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
  {
    id: 'companies',
    label: 'customers:navigation.companies',
    icon: IconBuilding,
    need: 'customers.read',
    find: async (query, signal) =>
      (await findCompanies(query, signal)).map(({ id, name, taxId }) => ({
        id,
        title: name,
        description: taxId ?? '',
        href: `/companies/${id}`,
      })),
  },
];
