import { Button, Divider, Drawer, SimpleGrid, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '@/shared/lib/url';
import { useFormat } from '@/shared/lib/use-format';
import { ErrorState } from '@/shared/ui/error-state';
import { Money, NumberText } from '@/shared/ui/numbers';
import { Permitted } from '@/shared/ui/permitted';
import { usePlans } from '../cells';
import { followed, type PickedPeople, useMakeSegment } from '../segment-of-cell';
import { CellPlanForm } from './cell-plan-form';
import { TrendText } from './trend-text';

/** A cell opened: its people and money, what is wanted of them, and the segment they may become. */
export function CellPanel({ pick, close }: { pick: PickedPeople | null; close: () => void }) {
  return (
    <Drawer
      opened={pick !== null}
      onClose={close}
      position="right"
      size="md"
      title={pick && <Text fw={620}>{pick.name}</Text>}
    >
      {pick && <Opened key={pick.cell ? pick.cell.grid + pick.cell.code : pick.name} pick={pick} />}
    </Drawer>
  );
}

function Opened({ pick }: { pick: PickedPeople }) {
  const plans = usePlans(pick.cell?.grid ?? null);
  const plan = plans?.find(({ cell }) => cell === pick.cell?.code);
  return (
    <Stack gap="md">
      <Text size="sm">{pick.meaning}</Text>
      <Figures pick={pick} />
      {pick.cell && plans && (
        <CellPlanForm key={plan?.at} grid={pick.cell.grid} cell={pick.cell.code} plan={plan} />
      )}
      <Permitted need="segments.edit">
        <Divider />
        <SegmentForm key={plan?.plan.title} pick={pick} title={plan?.plan.title ?? pick.name} />
      </Permitted>
    </Stack>
  );
}

function Figures({ pick: { customers, share, revenue, cell } }: { pick: PickedPeople }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
      <Figure label={t('measure.customers')}>
        <NumberText value={customers} />
        {share !== undefined && ` · ${format.percent(share)}`}
      </Figure>
      {revenue && (
        <Figure label={t('measure.revenue')}>
          <Money value={revenue} />
        </Figure>
      )}
      {cell?.before !== undefined && (
        <Figure label={t('trend.sinceDay', { day: format.day(cell.since) })}>
          <TrendText now={customers} before={cell.before} /> {t('trend.was', { number: format.number(cell.before) })}
        </Figure>
      )}
    </SimpleGrid>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div" fw={550} className="numeric">
        {children}
      </Text>
    </div>
  );
}

function SegmentForm({ pick, title }: { pick: PickedPeople; title: string }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const go = useGo();
  const [name, setName] = useState(title);
  const [follows, setFollows] = useState(false);
  const make = useMakeSegment((id) => go(`/segments/${id}`));
  const canFollow = pick.cell && pick.rule.kind !== 'cell';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const rule = pick.cell && follows ? followed(pick.cell) : pick.rule;
        if (name.trim()) make.mutate({ name: name.trim(), rule });
      }}
    >
      <Stack gap="sm">
        <Title order={3} size="h5">
          {t('segment.title')}
        </Title>
        {make.error && <ErrorState error={make.error} />}
        <Text size="sm" c="dimmed">
          {t('segment.now', { count: pick.customers, number: format.number(pick.customers) })}
        </Text>
        <TextInput
          label={t('segment.name')}
          value={name}
          maxLength={100}
          error={name.trim() ? null : t('segment.nameNeeded')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {canFollow && (
          <Switch
            label={t('segment.follows')}
            description={t('segment.followsText')}
            checked={follows}
            onChange={({ currentTarget }) => setFollows(currentTarget.checked)}
          />
        )}
        <Button type="submit" loading={make.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('segment.create')}
        </Button>
      </Stack>
    </form>
  );
}
