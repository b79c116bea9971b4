import { type Permission } from '@/shared/api/permission';
import { type Session } from '@/shared/api/session';

/** A session of somebody with these rights only. */
export function signedIn(...permissions: Permission[]): Session {
  return {
    user: {
      id: '019a0000-0000-7000-8000-000000000000',
      email: 'person@example.com',
      name: 'Person',
      language: 'en',
      theme: 'light',
      mustChangePassword: false,
      secondFactor: false,
    },
    role: { id: '019a0000-0000-7000-8000-00000000000a', name: 'Some rights', permissions, scope: 'all' },
    organisation: { company: 'Tea', zone: 'UTC', currency: 'USD', language: 'en', configured: true },
    demo: false,
  };
}
