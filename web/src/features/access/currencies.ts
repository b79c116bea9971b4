const often = ['USD', 'EUR', 'UAH', 'RUB', 'CNY', 'GBP', 'KZT', 'PLN'];
const byLanguage: Record<string, string> = { en: 'USD', ru: 'RUB', uk: 'UAH', zh: 'CNY' };

/** `USD · US Dollar` in the language of the reader, the usual ones first. */
export function currencyOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  const codes = [...new Set([...often, ...Intl.supportedValuesOf('currency')])];
  return codes.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}

export function usualCurrency(language: string): string {
  return byLanguage[language] ?? 'USD';
}
