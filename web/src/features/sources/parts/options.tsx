import { NativeSelect, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '@/shared/lib/languages';
import { countryOptions, currencyOptions } from '../codes';
import { hasSums, type ImportDraft } from '../draft';

export type DraftPartProps = { draft: ImportDraft; onChange: (patch: Partial<ImportDraft>) => void };

/** How dates, numbers and sums of the file are meant. */
export function Options({ draft, onChange, base }: DraftPartProps & { base: string }) {
  const { t } = useTranslation('sources');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
      <NativeSelect
        label={t('options.dateOrder')}
        value={draft.dateOrder}
        data={[
          { value: '', label: t('options.dateOrderDefault') },
          { value: 'dmy', label: t('options.dmy') },
          { value: 'mdy', label: t('options.mdy') },
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ dateOrder: value === 'dmy' || value === 'mdy' ? value : '' })}
      />
      <NativeSelect
        label={t('options.decimalMark')}
        value={draft.decimalMark}
        data={[
          { value: '', label: t('options.decimalMarkDefault') },
          { value: 'point', label: t('options.point') },
          { value: 'comma', label: t('options.comma') },
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ decimalMark: value === 'point' || value === 'comma' ? value : '' })
        }
      />
      {hasSums(draft.kind) && <Currency draft={draft} onChange={onChange} base={base} />}
      {hasPhones(draft) && <Country draft={draft} onChange={onChange} />}
    </SimpleGrid>
  );
}

function hasPhones({ kind, mappings }: ImportDraft): boolean {
  return mappings[kind].some(({ field }) => field === 'phone');
}

function Currency({ draft, onChange, base }: DraftPartProps & { base: string }) {
  const { t, i18n } = useTranslation('sources');
  const data = useMemo(() => currencyOptions(localeOf(i18n.language)), [i18n.language]);
  return (
    <Select
      label={t('options.currency')}
      placeholder={t('options.currencyDefault', { currency: base })}
      nothingFoundMessage={t('options.nothing')}
      data={data}
      limit={80}
      searchable
      clearable
      value={draft.currency || null}
      onChange={(currency) => onChange({ currency: currency ?? '' })}
    />
  );
}

function Country({ draft, onChange }: DraftPartProps) {
  const { t, i18n } = useTranslation('sources');
  const data = useMemo(() => countryOptions(localeOf(i18n.language)), [i18n.language]);
  return (
    <Select
      label={t('options.country')}
      placeholder={t('options.countryDefault')}
      nothingFoundMessage={t('options.nothing')}
      data={data}
      limit={80}
      searchable
      clearable
      value={draft.country || null}
      onChange={(country) => onChange({ country: country ?? '' })}
    />
  );
}

/** What one unit of each foreign currency is worth. */
export function Rates({ draft, onChange, base, currencies }: DraftPartProps & { base: string; currencies: string[] }) {
  const { t } = useTranslation('sources');
  if (currencies.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('options.rates', { currency: base })}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
        {currencies.map((code) => (
          <NumberInput
            key={code}
            label={t('options.rate', { currency: code })}
            suffix={` ${base}`}
            min={0}
            decimalScale={8}
            hideControls
            value={draft.rates[code] ?? ''}
            onChange={(rate) => onChange({ rates: { ...draft.rates, [code]: Number(rate) } })}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
