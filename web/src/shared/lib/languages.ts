/** The languages of the first release: `locale` is what Intl is asked for. */
export const languages = [
  { code: 'en', name: 'English', locale: 'en-US' },
  { code: 'ru', name: 'Русский', locale: 'ru-RU' },
  { code: 'uk', name: 'Українська', locale: 'uk-UA' },
  { code: 'zh', name: '中文', locale: 'zh-CN' },
] as const;

export type Language = (typeof languages)[number]['code'];

export function asLanguage(tag: string | null | undefined): Language | null {
  const prefix = (tag ?? '').toLowerCase().split('-')[0];
  return languages.find((language) => language.code === prefix)?.code ?? null;
}

export function localeOf(language: string): string {
  return languages.find(({ code }) => code === language)?.locale ?? 'en-US';
}

/** Before anybody has signed in: what was chosen last in this browser, else what the browser asks for. */
export function guessLanguage(): Language {
  const wishes = [localStorage.getItem('regulars.language'), ...navigator.languages];
  return wishes.map(asLanguage).find((language) => language !== null) ?? 'en';
}
