import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, optionsOf } from '../attribute-text';
import { type CustomerAttribute } from '../edit-customer';

type AttributeInputProps = {
  attribute: CustomerAttribute;
  /** As text, as the API takes it; items of a list on lines. */
  value: string;
  error: ReactNode;
  onChange: (value: string) => void;
};

/** A value of a custom attribute, by its type. */
export function AttributeInput({ attribute, value, error, onChange }: AttributeInputProps) {
  const { t, i18n } = useTranslation('customers');
  const shared = { size: 'xs' as const, label: nameIn(attribute.label, attribute.key, i18n.language), error };
  const options = optionsOf(attribute, i18n.language);
  const items = value === '' ? [] : value.split('\n');
  switch (attribute.type) {
    case 'NUMBER':
      return <NumberInput {...shared} value={value} onChange={(next) => onChange(String(next))} hideControls />;
    case 'BOOLEAN': {
      const data = ['true', 'false'].map((truth) => ({ value: truth, label: t(`truth.${truth}`) }));
      return <Select {...shared} data={data} clearable value={value || null} onChange={(next) => onChange(next ?? '')} />;
    }
    case 'CHOICE':
      return <Select {...shared} data={options} clearable searchable value={value || null} onChange={(next) => onChange(next ?? '')} />;
    case 'LIST':
      return options.length > 0 ? (
        <MultiSelect {...shared} data={options} value={items} onChange={(next) => onChange(next.join('\n'))} clearable searchable />
      ) : (
        <TagsInput {...shared} value={items} onChange={(next) => onChange(next.join('\n'))} clearable />
      );
    default:
      return (
        <TextInput
          {...shared}
          {...(attribute.type === 'DATE' && { type: 'date' })}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
