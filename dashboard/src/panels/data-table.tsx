import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface DataTableProps {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The same data as a chart in a table one can open: its text alternative. */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  const { t } = useTranslation();
  return (
    <details className="data">
      <summary>{t('resolutionTime.table')}</summary>
      <div className="data-scroll" tabIndex={0} role="group" aria-label={caption}>
        <Table fz="xs" verticalSpacing={3} className="figure">
          <Table.Caption>{caption}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row[0]}>
                {row.map((cell, index) => (
                  <Table.Td key={columns[index]}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </details>
  );
}
