import { type ResourceKey } from 'i18next';

export const files = import.meta.glob<ResourceKey>(['../../{app,shared}/locales/uk.json', '../../features/*/locales/uk.json'], {
  eager: true,
  import: 'default',
});
