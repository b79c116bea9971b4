import { type ResourceKey } from 'i18next';

export const files = import.meta.glob<ResourceKey>(['/src/{app,shared}/locales/zh.json', '/src/features/*/locales/zh.json'], {
  eager: true,
  import: 'default',
});
