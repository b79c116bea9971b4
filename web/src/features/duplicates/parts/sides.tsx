import { Badge, Box, Group, Paper, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { useFormat } from '@/shared/lib/use-format';
import { TextLink } from '@/shared/ui/route-link';
import { linesOf, type Line } from '../differences';
import { cardOf, type Pair, type Person } from '../duplicates';

/** The two beside each other, what differs marked by colour, weight and a sign. */
export function Sides({ pair }: { pair: Pair }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const { one, other } = pair;
  if (!one || !other) return <Text c="dimmed">{t('review.outOfSight')}</Text>;
  const lines = linesOf(one, other, format, (code) => t(`sex.${code}`, code));
  return (
    <Paper p={0}>
      <SimpleGrid cols={2} spacing={0} px="sm" py="xs">
        <Heading person={one} note={t('review.stays')} />
        <Heading person={other} note={t('review.joins')} />
      </SimpleGrid>
      <Table verticalSpacing={6} layout="fixed">
        <Table.Tbody>
          {lines.map((line) => (
            <LineRow key={line.field} line={line} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Heading({ person, note }: { person: Person; note: string }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  return (
    <Stack gap={0} miw={0}>
      <TextLink href={cardOf(person)} fw={620}>
        {personName(person) ?? t('review.nameless')}
      </TextLink>
      <Text size="xs" c="dimmed">
        {t('review.since', { day: format.date(person.createdAt) })}
      </Text>
      <Text size="xs" c="dimmed">
        {note}
      </Text>
    </Stack>
  );
}

function LineRow({ line }: { line: Line }) {
  const { t } = useTranslation('duplicates');
  const label = line.field.startsWith('attribute.') ? line.field.slice('attribute.'.length) : t(`field.${line.field}`);
  return (
    <Table.Tr>
      {[line.one, line.other].map((value, side) => (
        <Table.Td key={side === 0 ? 'one' : 'other'} style={{ verticalAlign: 'top' }}>
          <Text size="xs" c="dimmed">
            {label}
          </Text>
          <Group gap={6} wrap="nowrap" align="flex-start">
            <Box miw={0} style={{ overflowWrap: 'anywhere' }} fw={line.mark === 'different' ? 620 : 400}>
              {value === '' ? '—' : value}
            </Box>
            {side === 1 && line.mark !== 'alone' && (
              <Badge size="xs" variant="light" color={line.mark === 'same' ? 'pine' : 'orange'} aria-label={t(`mark.${line.mark}`)}>
                {line.mark === 'same' ? '=' : '≠'}
              </Badge>
            )}
          </Group>
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
