const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const notCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

function isCountry(code: string): boolean {
  return !notCountries.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

/** Every country by its name in the language of the reader. */
export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(isCountry)
    .flatMap((value) => {
      const label = names.of(value);
      return label === undefined ? [] : [{ value, label }];
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

const often = ['USD', 'EUR', 'UAH', 'RUB', 'CNY', 'GBP', 'KZT', 'PLN'];

/** `USD · US Dollar` in the language of the reader, the usual ones first. */
export function currencyOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  const codes = [...new Set([...often, ...Intl.supportedValuesOf('currency')])];
  return codes.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}
