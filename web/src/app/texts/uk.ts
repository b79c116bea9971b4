import { type ResourceKey } from 'i18next';

export const files = import.meta.glob<ResourceKey>(['/src/{app,shared}/locales/uk.json', '/src/features/*/locales/uk.json'], {
  eager: true,
  import: 'default',
});
