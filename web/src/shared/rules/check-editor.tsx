import { Autocomplete, Group, MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { minorDigits } from '@/shared/lib/format';
import { isRelative, operatorsOf, withOperator, type Operator, type ValueCheck, type ValueType } from './rules';

type CheckEditorProps = {
  check: ValueCheck;
  type: ValueType;
  /** Values that customers have, to choose from. */
  offered?: string[] | undefined;
  /** Closed lists, such as the sexes: code and name. */
  choices?: { value: string; label: string }[] | undefined;
  onChange: (check: ValueCheck) => void;
};

/** Operator and operands of a test, as the type of the value allows. */
export function CheckEditor({ check, type, offered, choices, onChange }: CheckEditorProps) {
  const { t } = useTranslation('segments');
  const closed = choices && type !== 'LIST';
  const operators = operatorsOf(type).filter((operator) => !closed || !['CONTAINS', 'STARTS_WITH'].includes(operator));
  const set = (index: number, value: string) => {
    const values = [...check.values];
    values[index] = value;
    onChange({ ...check, values: Array.from(values, (one) => one ?? '') });
  };
  const operand = (index: number) => (
    <Operand
      type={isRelative(check.operator) ? 'WHOLE' : type}
      label={t(index === 0 ? 'editor.value' : 'editor.upTo')}
      value={check.values[index] ?? ''}
      offered={offered}
      choices={choices}
      days={isRelative(check.operator)}
      onChange={(value) => set(index, value)}
    />
  );
  return (
    <Group gap="xs" align="center">
      <Select
        aria-label={t('editor.operator')}
        data={operators.map((value) => ({ value, label: t(operatorKey(value, type)) }))}
        value={check.operator}
        onChange={(value) => value && onChange(withOperator(check, value as Operator))}
        allowDeselect={false}
        w={200}
      />
      {check.operator === 'IN' && choices && (
        <MultiSelect
          aria-label={t('editor.values')}
          data={choices}
          value={check.values}
          onChange={(values) => onChange({ ...check, values })}
          searchable
          flex="1 1 200px"
        />
      )}
      {check.operator === 'IN' && !choices && (
        <TagsInput
          aria-label={t('editor.values')}
          data={offered ?? []}
          value={check.values}
          onChange={(values) => onChange({ ...check, values })}
          placeholder={check.values.length === 0 ? t('editor.valuesHint') : ''}
          flex="1 1 200px"
        />
      )}
      {!['IN', 'KNOWN', 'UNKNOWN'].includes(check.operator) && operand(0)}
      {check.operator === 'ANNIVERSARY' && (
        <Years
          value={check.values[1]}
          onChange={(years) => onChange({ ...check, values: [check.values[0] ?? '', ...(years ? [years] : [])] })}
        />
      )}
      {check.operator === 'BETWEEN' && (
        <>
          <span>—</span>
          {operand(1)}
        </>
      )}
    </Group>
  );
}

function operatorKey(operator: Operator, type: ValueType): `operator.${Operator}` | 'operator.SINCE' | 'operator.UNTIL' {
  const day = type === 'DATE' || type === 'INSTANT';
  if (day && operator === 'AT_LEAST') return 'operator.SINCE';
  if (day && operator === 'AT_MOST') return 'operator.UNTIL';
  return `operator.${operator}`;
}

type OperandProps = {
  type: ValueType;
  label: string;
  value: string;
  offered?: string[] | undefined;
  choices?: { value: string; label: string }[] | undefined;
  days: boolean;
  onChange: (value: string) => void;
};

function Operand({ type, label, value, offered, choices, days, onChange }: OperandProps) {
  const { t } = useTranslation('segments');
  const currency = useSession()?.organisation.currency || 'USD';
  const named = { 'aria-label': label };
  if (choices) {
    return <Select {...named} data={choices} value={value || null} onChange={(next) => onChange(next ?? '')} w={160} />;
  }
  switch (type) {
    case 'TEXT':
    case 'CHOICE':
    case 'LIST':
      return (
        <Autocomplete {...named} data={offered ?? []} value={value} onChange={onChange} limit={20} flex="1 1 160px" maw={300} />
      );
    case 'BOOLEAN':
      return (
        <Select
          {...named}
          data={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          value={value || null}
          onChange={(next) => onChange(next ?? '')}
          w={110}
        />
      );
    case 'DATE':
    case 'INSTANT':
      return <TextInput {...named} type="date" value={value} onChange={(event) => onChange(event.currentTarget.value)} w={150} />;
    case 'MONEY':
      return <MoneyInput label={label} value={value} currency={currency} onChange={onChange} />;
    case 'NUMBER':
    case 'WHOLE':
    case 'COUNT':
      return (
        <NumberInput
          {...named}
          value={value === '' ? '' : Number(value)}
          onChange={(next) => onChange(String(next))}
          allowDecimal={type === 'NUMBER'}
          decimalScale={5}
          allowNegative={type === 'NUMBER'}
          max={days ? 36_500 : 1_000_000_000}
          {...(days && { rightSection: <span>{t('editor.days')}</span>, rightSectionWidth: 56 })}
          w={days ? 140 : 110}
        />
      );
  }
}

/** Which anniversary; left empty it is any. */
function Years({ value, onChange }: { value: string | undefined; onChange: (value: string) => void }) {
  const { t } = useTranslation('segments');
  return (
    <NumberInput
      aria-label={t('editor.years')}
      placeholder={t('editor.yearsHint')}
      value={value ? Number(value) : ''}
      onChange={(next) => onChange(String(next))}
      min={1}
      max={200}
      allowDecimal={false}
      allowNegative={false}
      rightSection={<span>{t('editor.yearsUnit')}</span>}
      rightSectionWidth={56}
      w={150}
    />
  );
}

/** Amounts are kept in minor units and written in whole ones. */
function MoneyInput({ label, value, currency, onChange }: { label: string; value: string; currency: string; onChange: (value: string) => void }) {
  const digits = minorDigits(currency);
  return (
    <NumberInput
      aria-label={label}
      value={value === '' ? '' : Number(value) / 10 ** digits}
      onChange={(next) => onChange(next === '' ? '' : String(Math.round(Number(next) * 10 ** digits)))}
      decimalScale={digits}
      allowNegative={false}
      max={1_000_000_000}
      thousandSeparator=" "
      rightSection={<span>{currency}</span>}
      rightSectionWidth={52}
      w={160}
    />
  );
}
