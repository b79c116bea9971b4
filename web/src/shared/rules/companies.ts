import { type CompanyRule, type ValueType } from './rules';

export type CompanyField = CompanyRule['where'][number]['field'];

const ofCompanies: Record<CompanyField, ValueType> = {
  INDUSTRY: 'TEXT',
  SIZE: 'CHOICE',
  COUNTRY: 'TEXT',
  POSITION: 'TEXT',
  NAME: 'TEXT',
};

export const companyFields = Object.keys(ofCompanies) as CompanyField[];
export const companySizes = ['micro', 'small', 'medium', 'large'] as const;
export const companyRoles = ['DECISION_MAKER', 'END_USER', 'PAYER'] as const satisfies CompanyRule['roles'];
export const typeOfCompanyField = (field: CompanyField): ValueType => ofCompanies[field];
