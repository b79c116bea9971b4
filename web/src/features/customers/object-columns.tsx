import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column } from '@/shared/ui/data-table';
import { DateText } from '@/shared/ui/numbers';
import { nameIn, useAttributeText } from './attribute-text';
import { type CustomObject, type ObjectOrder, type ObjectType } from './objects';

/** The columns that a list of objects can be sorted by. */
export const objectOrders: { column: string; order: ObjectOrder; descending: boolean }[] = [
  { column: 'name', order: 'TITLE', descending: false },
  { column: 'changed', order: 'CHANGED', descending: true },
  { column: 'added', order: 'NEWEST', descending: true },
];

const empty = '—';

/** Every column that the list of a type can have, in order. */
export function useObjectColumns(type: ObjectType): Column<CustomObject>[] {
  const { t, i18n } = useTranslation('customers');
  const textOf = useAttributeText();
  const title = type.fields.find(({ key }) => key === type.titleField);
  const fields = type.fields.filter((field) => field !== title);
  return [
    {
      id: 'name',
      header: title ? nameIn(title.label, title.key, i18n.language) : t('objects.name'),
      sortable: title !== undefined,
      cell: (object) => (
        <Text inherit fw={550}>
          {object.title || object.key || t('objects.nameless')}
        </Text>
      ),
    },
    { id: 'owner', header: t('objects.owner'), cell: ({ owner }) => owner?.name || empty },
    ...fields.map((field): Column<CustomObject> => ({
      id: `attribute.${field.key}`,
      header: nameIn(field.label, field.key, i18n.language),
      visibleFrom: 'sm',
      align: field.type === 'NUMBER' ? 'right' : 'left',
      cell: (object) => textOf(field, object.attributes[field.key]) || empty,
    })),
    { id: 'key', header: t('objects.key'), visibleFrom: 'md', cell: ({ key }) => key ?? empty },
    {
      id: 'changed',
      header: t('objects.changed'),
      sortable: true,
      visibleFrom: 'md',
      cell: ({ updatedAt }) => <DateText value={updatedAt} as="date" />,
    },
    {
      id: 'added',
      header: t('objects.added'),
      sortable: true,
      visibleFrom: 'md',
      cell: ({ createdAt }) => <DateText value={createdAt} as="date" />,
    },
  ];
}
