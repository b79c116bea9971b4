import { type TextLoader } from '@/shared/lib/i18n';

// One file a language, so that a page fetches the texts of its own language in one request.
const languages = {
  en: () => import('./texts/en'),
  ru: () => import('./texts/ru'),
  uk: () => import('./texts/uk'),
  zh: () => import('./texts/zh'),
};

/** The folder's name is the namespace: `features/customers/locales/en.json` is `customers`. */
export function namespaceOf(path: string): string {
  return path.split('/').at(-3) ?? '';
}

export const loadTexts: TextLoader = async (language) => {
  const { files } = await languages[language]();
  return Object.fromEntries(Object.entries(files).map(([path, texts]) => [namespaceOf(path), texts]));
};
