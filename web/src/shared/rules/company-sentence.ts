import { countryName } from '@/shared/lib/country-name';
import { companySizes, typeOfCompanyField, type CompanyField } from './companies';
import { tested, type Words } from './rule-sentence';
import { type CompanyRule } from './rules';

export function companyPhrase({ where, roles, reach }: CompanyRule, words: Words): string {
  const { t } = words;
  const tests = where.map(({ field, check }) => {
    const named = { ...check, values: check.values.map((value) => companyValue(field, value, words)) };
    return tested(t(`companyField.${field}`), named, typeOfCompanyField(field), words);
  });
  const all = tests.join(t('sentence.and'));
  const said =
    tests.length === 0
      ? t('sentence.company.any')
      : t(reach === 'WITH_BELOW' ? 'sentence.company.whereBelow' : 'sentence.company.where', { tests: tests.length > 1 ? t('sentence.brackets', { said: all }) : all });
  if (roles.length === 0) return said;
  const named = roles.map((role) => t(`companyRole.${role}`)).join(t('sentence.company.or'));
  return t('sentence.company.roles', { said, roles: named });
}

/** A value of a field of companies as people write it. */
export function companyValue(field: CompanyField, value: string, { t, language }: Words): string {
  if (field === 'SIZE') return companySizes.some((size) => size === value) ? t(`companySize.${value as 'micro'}`) : value;
  return field === 'COUNTRY' ? countryName(value, language) : value;
}
