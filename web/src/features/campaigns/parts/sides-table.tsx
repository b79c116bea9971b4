import { Table } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { TextLink } from '@/shared/ui/route-link';
import { peopleHref, type Outcome } from '../report';
import { useMoneyText } from '../use-money-text';

const sides = ['treated', 'control'] as const;
type Figures = Outcome['treated'];

/** Both sides beside each other, a figure a line: it fits a phone. */
export function SidesTable({ id, outcome }: { id: string; outcome: Outcome }) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const money = useMoneyText(outcome.currency);
  const people = (bucket: string, count: number) => (
    <TextLink href={peopleHref(id, bucket)}>{format.number(count)}</TextLink>
  );
  const lines: { label: string; figure: (figures: Figures, side: (typeof sides)[number]) => ReactNode }[] = [
    { label: t('effect.people'), figure: (figures, side) => people(side, figures.people) },
    { label: t('effect.buyers'), figure: (figures, side) => people(`${side}-buyers`, figures.buyers) },
    { label: t('effect.share'), figure: ({ conversion }) => format.percent(conversion, 2) },
    { label: t('effect.orders'), figure: ({ orders }) => format.number(orders) },
    { label: t('effect.revenue'), figure: ({ revenueMinor }) => money.plain(revenueMinor) },
    { label: t('effect.perPerson'), figure: ({ revenuePerPersonMinor }) => money.plain(revenuePerPersonMinor) },
  ];
  return (
    <Table aria-label={t('effect.sides')} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          {sides.map((side) => (
            <Table.Th key={side} ta="right" scope="col">
              {t(`effect.${side}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ label, figure }) => (
          <Table.Tr key={label}>
            <Table.Th scope="row" fw={400} c="dimmed">
              {label}
            </Table.Th>
            {sides.map((side) => (
              <Table.Td key={side} ta="right" className="numeric">
                {figure(outcome[side], side)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
