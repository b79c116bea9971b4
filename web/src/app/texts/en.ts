import { type ResourceKey } from 'i18next';

export const files = import.meta.glob<ResourceKey>(['/src/{app,shared}/locales/en.json', '/src/features/*/locales/en.json'], {
  eager: true,
  import: 'default',
});
