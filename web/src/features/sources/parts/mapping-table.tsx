import { Paper, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { assign, keyFaults, withAttribute, type ColumnMapping } from '../fields';
import { type FilePreview } from '../upload-file';
import { ColumnHead } from './column-head';
import classes from './mapping-table.module.css';

type MappingTableProps = {
  preview: FilePreview;
  fields: string[];
  mapping: ColumnMapping[];
  onChange: (mapping: ColumnMapping[]) => void;
};

/** The first rows as they are, and over each column what it is. */
export function MappingTable({ preview, fields, mapping, onChange }: MappingTableProps) {
  const { t } = useTranslation('sources');
  const { header, first } = preview;
  const byColumn = new Map(mapping.map((one) => [one.column, one]));
  const faults = keyFaults(mapping);
  return (
    <Paper p={0}>
      <section className={classes.scroller} aria-label={t('mapping.rows')}>
        <Table aria-label={t('mapping.rows')}>
          <Table.Thead>
            <Table.Tr>
              {header.map((name, column) => (
                <Table.Th key={column}>
                  <ColumnHead
                    name={name || t('mapping.unnamed', { number: column + 1 })}
                    fields={fields}
                    mapped={byColumn.get(column)}
                    fault={faults.get(column)}
                    onField={(field) => onChange(assign(mapping, column, field, header))}
                    onAttribute={(attribute) => onChange(withAttribute(mapping, column, attribute))}
                  />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {first.map((row, line) => (
              <Table.Tr key={line}>
                {row.map((cell, column) => (
                  <Table.Td key={column} title={cell} className={byColumn.has(column) ? undefined : classes.unused}>
                    {cell}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Paper>
  );
}
