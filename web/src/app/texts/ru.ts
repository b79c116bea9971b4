import { type ResourceKey } from 'i18next';

export const files = import.meta.glob<ResourceKey>(['../../{app,shared}/locales/ru.json', '../../features/*/locales/ru.json'], {
  eager: true,
  import: 'default',
});
