import { type ResourceKey } from 'i18next';

export const files = import.meta.glob<ResourceKey>(['../../{app,shared}/locales/en.json', '../../features/*/locales/en.json'], {
  eager: true,
  import: 'default',
});
