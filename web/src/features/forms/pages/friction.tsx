import { Alert, Badge, Paper, SimpleGrid, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { usePathParam } from '@/shared/lib/url';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { StatTile } from '@/shared/ui/stat-tile';
import { IconForms } from '@tabler/icons-react';
import { formQuery, frictionQuery, type Friction } from '../forms';
import { ConversionChart } from '../parts/conversion-chart';
import { FormTabs } from '../parts/form-tabs';

/** Where people stop, and what each field costs. */
export function FrictionPage() {
  const { t } = useTranslation('forms');
  const id = usePathParam('id');
  const { data: form } = useQuery(formQuery(id));
  const { data, error, refetch } = useQuery(frictionQuery(id));
  return (
    <Page title={form?.name ?? t('friction.title')} crumbs={[{ label: t('list.title'), href: '/forms' }]}>
      <FormTabs id={id} tab="friction" />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : data ? <Report report={data} /> : <Skeleton h={320} />}
    </Page>
  );
}

function Report({ report }: { report: Friction }) {
  const { t } = useTranslation('forms');
  const format = useFormat();
  const last = report.versions.at(-1);
  if (!last) {
    return (
      <EmptyState icon={IconForms} title={t('friction.noneTitle')}>
        {t('friction.none')}
      </EmptyState>
    );
  }
  const between = (from: number, to: number) => t('friction.interval', { from: format.percent(from), to: format.percent(to) });
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <StatTile label={t('friction.views')} value={format.number(last.views)} definition={t('friction.viewsMeaning')} />
        <StatTile label={t('friction.starts')} value={format.number(last.starts)} definition={t('friction.startsMeaning')} />
        <StatTile label={t('friction.submits')} value={format.number(last.submits)} note={last.plain > 0 && t('friction.plain', { number: format.number(last.plain) })} />
        <StatTile
          label={t('friction.conversion')}
          value={last.conversion ? format.percent(last.conversion.value) : '–'}
          note={last.conversion && between(last.conversion.low, last.conversion.high)}
        />
      </SimpleGrid>
      <Cost report={report} />
      <ConversionChart versions={report.versions} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <LeftFields version={last} />
        <Steps report={report} />
      </SimpleGrid>
    </>
  );
}

function Cost({ report }: { report: Friction }) {
  const { t } = useTranslation('forms');
  const format = useFormat();
  const ratio = report.ratioPerField;
  const cost = (value: number) => format.percent(1 - value);
  return (
    <Alert color={ratio ? 'pine' : 'gray'} title={t('friction.costTitle')}>
      {ratio ? t('friction.cost', { cost: cost(ratio.value), from: cost(ratio.high), to: cost(ratio.low) }) : t('friction.tooSmall')}
      <Text size="xs" c="dimmed" mt={4}>
        {t('friction.method')}
      </Text>
    </Alert>
  );
}

function LeftFields({ version }: { version: Friction['versions'][number] }) {
  const { t, i18n } = useTranslation('forms');
  const format = useFormat();
  const refused = Object.entries(version.refused);
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2}>{t('friction.left')}</Title>
        {version.left.length === 0 && <Text c="dimmed">{t('friction.nobodyLeft')}</Text>}
        {version.left.length > 0 && (
          <Table aria-label={t('friction.left')}>
            <Table.Tbody>
              {version.left.map(({ field, kind, label, count, share }) => (
                <Table.Tr key={field}>
                  <Table.Td>
                    {label[i18n.language] || Object.values(label)[0] || field} <Badge color="gray" size="xs">{t(`kinds.${kind}`)}</Badge>
                  </Table.Td>
                  <Table.Td ta="right">{format.number(count)}</Table.Td>
                  <Table.Td ta="right">{format.percent(share)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {refused.length > 0 && (
          <Text size="sm">
            {t('friction.refused')}: {refused.map(([code, count]) => `${t(`refusals.${code}`)} ${format.number(count)}`).join(', ')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function Steps({ report }: { report: Friction }) {
  const { t } = useTranslation('forms');
  const format = useFormat();
  if (report.steps.length === 0) return null;
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2}>{t('friction.steps')}</Title>
        {report.steps.toReversed().map(({ from, to, added, removed, change }) => (
          <Stack key={to} gap={0}>
            <Text fw={550}>{t('friction.step', { from, to })}</Text>
            {added.length > 0 && <Text size="sm">{t('friction.added', { fields: added.join(', ') })}</Text>}
            {removed.length > 0 && <Text size="sm">{t('friction.removed', { fields: removed.join(', ') })}</Text>}
            <Text size="sm" c="dimmed">
              {change
                ? t('friction.change', {
                    points: format.number(change.value * 100, { maximumFractionDigits: 1 }),
                    from: format.number(change.low * 100, { maximumFractionDigits: 1 }),
                    to: format.number(change.high * 100, { maximumFractionDigits: 1 }),
                  })
                : t('friction.stepTooSmall')}
            </Text>
          </Stack>
        ))}
      </Stack>
    </Paper>
  );
}
