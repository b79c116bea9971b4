import { useTranslation } from 'react-i18next';
import { type CustomerAttribute } from './edit-customer';

/** What an attribute or an option is called in a language, else in English, else by its key. */
export function nameIn(label: Record<string, string>, key: string, language: string): string {
  return label[language] ?? label['en'] ?? Object.values(label)[0] ?? key;
}

export function optionsOf(attribute: CustomerAttribute, language: string): { value: string; label: string }[] {
  return attribute.options.map(({ code, label }) => ({ value: code, label: nameIn(label, code, language) }));
}

/** Values as people read them; empty where there is none. */
export function useAttributeText(): (attribute: CustomerAttribute, value: unknown) => string {
  const { t, i18n } = useTranslation('customers');
  return (attribute, value) => {
    if (value === undefined || value === null) return '';
    if (typeof value === 'boolean') return t(`truth.${value}`);
    const named = new Map(optionsOf(attribute, i18n.language).map((option) => [option.value, option.label]));
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item) => named.get(String(item)) ?? String(item)).join(', ');
  };
}
