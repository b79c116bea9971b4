import { Paper, Stack, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberText } from '@/shared/ui/numbers';
import { TextLink } from '@/shared/ui/route-link';
import { type Exclusion } from '../check';
import { peopleHref } from '../report';

type ExclusionTableProps = { id: string; title: string; state: 'excluded' | 'refused'; exclusions: Exclusion[] };

export function ExclusionTable({ id, title, state, exclusions }: ExclusionTableProps) {
  const { t } = useTranslation('campaigns');
  if (exclusions.length === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={2}>{title}</Title>
      <Paper p={0} maw={620}>
        <Table aria-label={title}>
          <Table.Tbody>
            {exclusions.map(({ reason, people }) => (
              <Table.Tr key={reason}>
                <Table.Td>{t(`reasons.${reason}`)}</Table.Td>
                <Table.Td ta="right">
                  <TextLink href={peopleHref(id, `${state}:${reason.toLowerCase()}`)}>
                    <NumberText value={people} />
                  </TextLink>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </Stack>
  );
}
