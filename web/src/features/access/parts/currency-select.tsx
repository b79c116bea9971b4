import { Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '@/shared/lib/languages';
import { currencyOptions } from '../currencies';

type CurrencySelectProps = { value?: string; onChange: (currency: string | null) => void; error?: ReactNode };

export function CurrencySelect({ value = '', onChange, error }: CurrencySelectProps) {
  const { t, i18n } = useTranslation('access');
  const options = useMemo(() => currencyOptions(localeOf(i18n.language)), [i18n.language]);
  return (
    <Select
      label={t('organisation.currency')}
      description={t('organisation.currencyHint')}
      nothingFoundMessage={t('organisation.currencyNothing')}
      data={options}
      limit={80}
      searchable
      allowDeselect={false}
      maxDropdownHeight={260}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
