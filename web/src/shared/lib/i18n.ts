import i18next, { type FormatterModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, localeOf } from './languages';

/** Asked for one language, answers all its texts by namespace. */
export type TextLoader = (language: Language) => Promise<Record<string, ResourceKey>>;

let loader: TextLoader = async () => ({});

/** A number inside a text is written as the language writes numbers. */
const spokenNumbers: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language) =>
    typeof value === 'number' ? value.toLocaleString(localeOf(language ?? 'en')) : String(value),
};

/** Starts with one language only; another one is fetched when somebody chooses it. */
export async function startTexts(language: Language, load: TextLoader): Promise<void> {
  loader = load;
  const texts = await load(language);
  await i18next.use(initReactI18next).use(spokenNumbers).init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(texts),
    defaultNS: 'shared',
    resources: { [language]: texts },
    interpolation: { escapeValue: false, alwaysFormat: true },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'shared')) {
    for (const [namespace, texts] of Object.entries(await loader(language))) {
      i18next.addResourceBundle(language, namespace, texts);
    }
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem('regulars.language', language);
}
