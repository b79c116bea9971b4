import { Checkbox, MultiSelect, Stack } from '@mantine/core';
import { companyFields, companyRoles, companySizes, typeOfCompanyField, type CompanyField } from './companies';
import { companyValue } from './company-sentence';
import { FieldTests, type TestedField } from './field-tests';
import { type Words } from './rule-sentence';
import { type CompanyRule } from './rules';

type CompanyEditorProps = { rule: CompanyRule; words: Words; onChange: (rule: CompanyRule) => void };

/** Which company it is, and what somebody does there. */
export function CompanyEditor({ rule, words, onChange }: CompanyEditorProps) {
  const { t } = words;
  return (
    <Stack gap="xs">
      <FieldTests
        tests={rule.where}
        fields={companyFields.map((field) => testedField(field, rule, words))}
        label={t('editor.companyField')}
        words={words}
        onChange={(where) => onChange({ ...rule, where })}
      />
      {rule.where.length > 0 && (
        <Checkbox
          size="xs"
          label={t('editor.companiesBelow')}
          checked={rule.reach === 'WITH_BELOW'}
          onChange={({ currentTarget }) => onChange({ ...rule, reach: currentTarget.checked ? 'WITH_BELOW' : 'ALONE' })}
        />
      )}
      <MultiSelect
        aria-label={t('editor.companyRoles')}
        placeholder={rule.roles.length === 0 ? t('editor.companyRolesHint') : ''}
        data={companyRoles.map((role) => ({ value: role, label: t(`companyRole.${role}`) }))}
        value={rule.roles}
        onChange={(chosen) => onChange({ ...rule, roles: companyRoles.filter((role) => chosen.includes(role)) })}
        maw={380}
      />
    </Stack>
  );
}

function testedField(field: CompanyField, rule: CompanyRule, words: Words): TestedField<CompanyField> {
  const { t, vocabulary } = words;
  const known = { key: field, label: t(`companyFieldTitle.${field}`), type: typeOfCompanyField(field) };
  const named = (values: readonly string[]) => values.map((value) => ({ value, label: companyValue(field, value, words) }));
  switch (field) {
    case 'SIZE':
      return { ...known, choices: named(companySizes) };
    case 'COUNTRY':
      return { ...known, choices: named(countries(rule, words)) };
    case 'INDUSTRY':
      return { ...known, offered: vocabulary?.companies.industries };
    case 'NAME':
    case 'POSITION':
      return known;
  }
}

/** Those that companies have, and those that the rule names. */
function countries({ where }: CompanyRule, { vocabulary }: Words): string[] {
  const asked = where.filter(({ field }) => field === 'COUNTRY').flatMap(({ check }) => check.values);
  return [...new Set([...(vocabulary?.companies.countries ?? []), ...asked.filter(Boolean)])];
}
