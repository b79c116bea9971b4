import { Paper, Table, Title } from '@mantine/core';
import { type ReactNode } from 'react';

export type Fact = { name: string; value: ReactNode };

/** Names on the left, what is so on the right. */
export function Facts({ title, facts }: { title: string; facts: Fact[] }) {
  return (
    <Paper>
      <Title order={2} mb="xs">
        {title}
      </Title>
      <Table variant="vertical" aria-label={title} layout="fixed" withRowBorders={false}>
        <Table.Tbody>
          {facts.map(({ name, value }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="38%" bg="transparent" c="dimmed" fw={500} px={0}>
                {name}
              </Table.Th>
              <Table.Td px={0} style={{ overflowWrap: 'anywhere' }}>
                {value}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
