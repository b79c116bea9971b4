import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';

/** A value of one of the usual fields as the card shows it. */
export function useFieldText(): (field: string, value: string) => string {
  const { t, i18n } = useTranslation('customers');
  const format = useFormat();
  return (field, value) => {
    if (value === '') return '';
    if (field === 'sex') return t(`sex.${value}`);
    if (field === 'birthDate') return format.day(value);
    if (field === 'language') return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(value) ?? value;
    return value;
  };
}
