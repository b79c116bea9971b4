import { type ResourceKey } from 'i18next';

export const files = import.meta.glob<ResourceKey>(['../../{app,shared}/locales/zh.json', '../../features/*/locales/zh.json'], {
  eager: true,
  import: 'default',
});
