import { Button, Fieldset, NumberInput, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { minorDigits } from '@/shared/lib/format';
import { useFormat } from '@/shared/lib/use-format';
import { isMoney, monthAfter, type Kpi, type Passport } from '../passport';

type Plan = Passport['plan'];
type PlanEditorProps = { kpi: Kpi; plan: Plan; onChange: (plan: Plan) => void };

const monthsAtOnce = 6;
const mostMonths = 48;

/** A number for each month; an empty one is not planned. */
export function PlanEditor({ kpi, plan, onChange }: PlanEditorProps) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const currency = useSession()?.organisation.currency || 'USD';
  const [now] = useState(() => new Date().toISOString().slice(0, 10));
  const firsts = [monthAfter(now, 0), ...plan.map(({ month }) => month)].toSorted();
  const last = firsts.at(-1) ?? now;
  const first = firsts[0] ?? now;
  const [shown, setShown] = useState(() => Math.max(monthsAtOnce, distance(first, last) + 1));
  const digits = isMoney(kpi) ? minorDigits(currency) : 0;
  const months = Array.from({ length: shown }, (_, index) => monthAfter(first, index));
  const put = (month: string, value: number | null) => {
    const rest = plan.filter((one) => one.month !== month);
    const next = value === null ? rest : [...rest, { month, value }];
    onChange(next.toSorted((one, other) => one.month.localeCompare(other.month)));
  };
  return (
    <Fieldset legend={t('passport.planOf', { kpi: t(`passport.kpis.${kpi}`) })}>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="xs">
        {months.map((month) => {
          const planned = plan.find((one) => one.month === month);
          return (
            <NumberInput
              key={month}
              size="xs"
              label={format.month(`${month.slice(0, 8)}15`)}
              value={planned ? planned.value / 10 ** digits : ''}
              onChange={(value) => put(month, value === '' ? null : Math.round(Number(value) * 10 ** digits))}
              min={0}
              max={1e12}
              decimalScale={digits}
              thousandSeparator=" "
              suffix={isMoney(kpi) ? ` ${currency}` : ''}
              hideControls
            />
          );
        })}
      </SimpleGrid>
      {shown < mostMonths && (
        <Button size="compact-sm" variant="subtle" mt="xs" onClick={() => setShown(shown + monthsAtOnce)}>
          {t('passport.moreMonths')}
        </Button>
      )}
    </Fieldset>
  );
}

const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function distance(from: string, to: string): number {
  return monthNumber(to) - monthNumber(from);
}
