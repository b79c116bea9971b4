import { type ResourceKey } from 'i18next';

export const files = import.meta.glob<ResourceKey>(['/src/{app,shared}/locales/ru.json', '/src/features/*/locales/ru.json'], {
  eager: true,
  import: 'default',
});
