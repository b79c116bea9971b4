import { Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatter } from '@/shared/lib/format';
import { localeOf } from '@/shared/lib/languages';
import { useNow } from '@/shared/lib/use-now';
import { finds, isZone, zoneOptions } from '../zones';

type ZoneSelectProps = { value?: string; onChange: (zone: string | null) => void; error?: ReactNode };

export function ZoneSelect({ value = '', onChange, error }: ZoneSelectProps) {
  const { t, i18n } = useTranslation('access');
  const now = useNow();
  const options = useMemo(() => zoneOptions(now, value), [now, value]);
  const time = isZone(value) ? formatter(localeOf(i18n.language), value).time(now) : '—';
  return (
    <Select
      label={t('organisation.zone')}
      description={t('organisation.zoneHint', { time })}
      nothingFoundMessage={t('organisation.zoneNothing')}
      data={options}
      limit={80}
      searchable
      allowDeselect={false}
      maxDropdownHeight={260}
      filter={({ options, search }) => options.filter((option) => 'label' in option && finds(search, option.label))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
