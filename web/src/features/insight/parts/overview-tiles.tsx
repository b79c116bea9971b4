import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MoneyValue } from '@/shared/lib/format';
import { writeSearch } from '@/shared/lib/url';
import { useFormat } from '@/shared/lib/use-format';
import { Money, NumberText } from '@/shared/ui/numbers';
import { StatTile } from '@/shared/ui/stat-tile';
import { type Overview } from '../overview';

const minor = (money: MoneyValue | null | undefined) => money?.minor ?? 0;
const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** The people behind a number: a segment not saved yet, which shows how many they are and who. */
function peopleOf(name: string, { rule }: Overview['active']): string {
  return '/segments/new' + writeSearch({ name, rule: JSON.stringify(rule) });
}

export function OverviewTiles({ figures }: { figures: Overview }) {
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <PeopleTiles figures={figures} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <SalesTiles figures={figures} />
      </SimpleGrid>
    </>
  );
}

function PeopleTiles({ figures }: { figures: Overview }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const { customers, newCustomers, active, buyers, repeatBuyers, days, activeDays } = figures;
  const ofAll = (part: number, whole: number) =>
    t('overview.partOf', { part: format.number(part), whole: format.number(whole) });
  return (
    <>
      <StatTile
        label={t('overview.base')}
        value={<NumberText value={customers} />}
        definition={t('overview.baseText')}
        href="/customers"
      />
      <StatTile
        label={t('overview.new')}
        value={<NumberText value={newCustomers.customers} />}
        definition={t('overview.newText', { count: days })}
        href={peopleOf(t('overview.new'), newCustomers)}
      />
      <StatTile
        label={t('overview.active')}
        value={<NumberText as="percent" value={share(active.customers, customers)} />}
        definition={t('overview.activeText', { count: activeDays })}
        note={ofAll(active.customers, customers)}
        href={peopleOf(t('overview.active'), active)}
      />
      <StatTile
        label={t('overview.repeat')}
        value={<NumberText as="percent" value={share(repeatBuyers.customers, buyers.customers)} />}
        definition={t('overview.repeatText')}
        note={ofAll(repeatBuyers.customers, buyers.customers)}
        href={peopleOf(t('overview.repeat'), repeatBuyers)}
      />
    </>
  );
}

function SalesTiles({ figures: { period, before } }: { figures: Overview }) {
  const { t } = useTranslation('insight');
  const change = useChange();
  return (
    <>
      <StatTile
        label={t('overview.revenue')}
        value={<Money value={period.revenue} />}
        definition={t('overview.revenueText')}
        note={change(period.revenue.minor, before.revenue.minor)}
      />
      <StatTile
        label={t('overview.orders')}
        value={<NumberText value={period.orders} />}
        note={change(period.orders, before.orders)}
      />
      <StatTile
        label={t('overview.averageCheck')}
        value={<Money value={period.averageCheck} />}
        definition={t('overview.averageCheckText')}
        note={change(minor(period.averageCheck), minor(before.averageCheck))}
      />
    </>
  );
}

/** Against the equally long period before; nothing to compare with when that one was empty. */
function useChange() {
  const { t } = useTranslation('insight');
  const format = useFormat();
  return (now: number, before: number) => {
    if (before <= 0) return t('overview.noBefore');
    const change = (now - before) / before;
    const value = format.number(change, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
    return t('overview.change', { change: value });
  };
}
