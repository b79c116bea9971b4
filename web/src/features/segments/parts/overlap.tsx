import { Badge, Group, Paper, Progress, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { ErrorState } from '@/shared/ui/error-state';
import { NumberText } from '@/shared/ui/numbers';
import { useOverlap } from '../compare';

type OverlapProps = { chosen: string[]; nameOf: (id: string) => string };

/** Each combination of the chosen segments with its people, the largest first. */
export function Overlap({ chosen, nameOf }: OverlapProps) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const { data, error, refetch } = useOverlap(chosen);
  return (
    <Paper>
      <Stack gap="sm">
        <Title order={2}>{t('compare.overlap')}</Title>
        <Text size="sm" c="dimmed">
          {t('compare.overlapText')}
        </Text>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error && <Skeleton h={160} />}
        {data && (
          <Table aria-label={t('compare.overlap')} verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('compare.in')}</Table.Th>
                <Table.Th ta="right">{t('list.size')}</Table.Th>
                <Table.Th w="30%" visibleFrom="sm">
                  {t('compare.share')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.regions.map((region) => (
                <Table.Tr key={region.in.join()}>
                  <Table.Td>
                    <Group gap={6}>
                      {region.in.map((id) => (
                        <Badge key={id} variant="light" tt="none" fw={500}>
                          {nameOf(id)}
                        </Badge>
                      ))}
                      {region.in.length === 1 && chosen.length > 1 && (
                        <Text size="xs" c="dimmed">
                          {t('compare.only')}
                        </Text>
                      )}
                    </Group>
                  </Table.Td>
                  <Table.Td ta="right">
                    <NumberText value={region.customers} />
                  </Table.Td>
                  <Table.Td visibleFrom="sm">
                    <Group gap="xs" wrap="nowrap">
                      <Progress flex={1} value={(region.customers / data.any) * 100} aria-label={t('compare.share')} />
                      <Text size="xs" c="dimmed" w={52} ta="right">
                        {format.percent(region.customers / data.any)}
                      </Text>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
            <Table.Tfoot>
              <Table.Tr>
                <Table.Th>{t('compare.any')}</Table.Th>
                <Table.Th ta="right">
                  <NumberText value={data.any} />
                </Table.Th>
                <Table.Th visibleFrom="sm" />
              </Table.Tr>
            </Table.Tfoot>
          </Table>
        )}
        {data && data.moreRegions > 0 && (
          <Text size="xs" c="dimmed">
            {t('compare.moreRegions', {
              count: data.moreRegions,
              regions: format.number(data.moreRegions),
              people: format.number(data.morePeople),
            })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
