import { languages, type Language } from '@/shared/lib/languages';

export type Texts = Record<string, string>;
export type Namespace = { name: string; texts: Partial<Record<Language, Texts>>; sameAsEnglish: string[] };

type Tree = { [key: string]: string | Tree };

/** `{ a: { b: 'x' } }` becomes `{ 'a.b': 'x' }`. */
export function flatten(tree: Tree, prefix = ''): Texts {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flatten(value, `${prefix + key}.`)),
    ),
  );
}

const plural = /_(zero|one|two|few|many|other)$/;

/** What is missing, left over, or left in English. Empty when the four languages are complete. */
export function localeFaults({ name, texts, sameAsEnglish }: Namespace): string[] {
  const english = texts.en;
  if (!english) return [`${name}: there is no en.json`];
  return languages.flatMap(({ code }) => {
    const own = texts[code];
    if (!own) return [`${name}: there is no ${code}.json`];
    const say = (fault: string) => `${name}/${code}: ${fault}`;
    const wanted = keysFor(english, code);
    return [
      ...wanted.filter((key) => !own[key]?.trim()).map((key) => say(`${key} is missing`)),
      ...Object.keys(own).filter((key) => !wanted.includes(key)).map((key) => say(`${key} is not in English`)),
      ...(code === 'en' ? [] : untranslated(english, own, sameAsEnglish).map((key) => say(`${key} is still English`))),
      ...placeholderFaults(english, own).map((key) => say(`${key} has other placeholders than English`)),
    ];
  });
}

/** A plural key of English stands for as many keys as the language has plural forms. */
function keysFor(english: Texts, language: Language): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = Object.keys(english).flatMap((key) =>
    plural.test(key) ? forms.map((form) => key.replace(plural, `_${form}`)) : [key],
  );
  return [...new Set(keys)];
}

function untranslated(english: Texts, own: Texts, allowed: string[]): string[] {
  return Object.keys(own).filter((key) => own[key] === english[key] && hasWords(own[key]) && !allowed.includes(key));
}

function hasWords(text = ''): boolean {
  return /\p{L}/u.test(text.replaceAll(/\{\{.*?\}\}/g, ''));
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\{.*?\}\}/g))].filter((name) => name !== '{{count}}').toSorted().join();
}

function placeholderFaults(english: Texts, own: Texts): string[] {
  return Object.keys(own).filter((key) => {
    const model = english[key] ?? english[key.replace(plural, '_other')];
    return model !== undefined && placeholders(model) !== placeholders(own[key] ?? '');
  });
}
