import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ATTRIBUTE, attributeTypes, type ColumnMapping, type KeyFault, type MappedAttribute } from '../fields';

type ColumnHeadProps = {
  name: string;
  fields: string[];
  mapped: ColumnMapping | undefined;
  fault: KeyFault | undefined;
  onField: (field: string) => void;
  onAttribute: (attribute: MappedAttribute) => void;
};

/** The header of a column of the file with its field, and the key and type of an attribute. */
export function ColumnHead({ name, fields, mapped, fault, onField, onAttribute }: ColumnHeadProps) {
  const { t } = useTranslation('sources');
  const options = [
    { value: '', label: t('mapping.leaveOut') },
    ...fields.map((field) => ({ value: field, label: t(`fields.${field}`) })),
  ];
  return (
    <Stack gap={6}>
      <Text fw={620} size="sm" truncate title={name}>
        {name}
      </Text>
      <NativeSelect
        size="xs"
        aria-label={t('mapping.fieldOf', { column: name })}
        data={options}
        value={mapped?.field ?? ''}
        onChange={(event) => onField(event.currentTarget.value)}
      />
      {mapped?.field === ATTRIBUTE && mapped.attribute && (
        <AttributeFields name={name} attribute={mapped.attribute} fault={fault} onChange={onAttribute} />
      )}
    </Stack>
  );
}

type AttributeFieldsProps = {
  name: string;
  attribute: MappedAttribute;
  fault: KeyFault | undefined;
  onChange: (attribute: MappedAttribute) => void;
};

function AttributeFields({ name, attribute, fault, onChange }: AttributeFieldsProps) {
  const { t } = useTranslation('sources');
  const types = attributeTypes.map((type) => ({ value: type, label: t(`types.${type}`) }));
  return (
    <Stack gap={4}>
      <TextInput
        size="xs"
        aria-label={t('mapping.keyOf', { column: name })}
        placeholder={t('mapping.key')}
        value={attribute.key}
        error={fault && t(`mapping.keyFault.${fault}`)}
        onChange={(event) => onChange({ ...attribute, key: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={t('mapping.typeOf', { column: name })}
        data={types}
        value={attribute.type}
        onChange={(event) => {
          const type = attributeTypes.find((one) => one === event.currentTarget.value);
          if (type) onChange({ ...attribute, type });
        }}
      />
    </Stack>
  );
}
