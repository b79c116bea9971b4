import { Divider, Group, Paper, Progress, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { useFormat } from '@/shared/lib/use-format';
import { isComplete, type Rule } from '@/shared/rules/rules';
import { type Words } from '@/shared/rules/rule-sentence';
import { useMay } from '@/shared/api/permission';
import { type Panel, type Part, type PanelPart } from '../panel';
import { PanelMoney } from './panel-money';
import { PanelMonths } from './panel-months';
import { PanelReach } from './panel-reach';
import { PanelSample } from './panel-sample';
import { PanelWaterfall } from './panel-waterfall';

type PreviewPanelProps = {
  rule: Rule;
  panel: Panel;
  words: Words;
  stale: boolean;
  /** At whose end the rule is asked; null is now. */
  day: string | null;
  onDay: (day: string | null) => void;
};

/** Who it is, in numbers and by name, while the rule is being written: the total first, then part by part. */
export function PreviewPanel({ rule, panel, words, stale, day, onDay }: PreviewPanelProps) {
  const { t } = useTranslation('segments');
  const mayMeet = useMay()('customers.read');
  const complete = isComplete(rule);
  const { total, waterfall, reach, money, sample, months } = panel.parts;
  if (!complete && !total) {
    return (
      <Paper>
        <Text fw={620}>{t('preview.title')}</Text>
        <Text c="dimmed" size="sm">
          {t('preview.waiting')}
        </Text>
      </Paper>
    );
  }
  if (panel.error) return <ErrorState error={panel.error} />;
  const dimmed = (name: PanelPart['part']) => stale || !complete || !panel.fresh.has(name);
  return (
    <Paper aria-busy={panel.running || stale}>
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Text fw={620}>{t('preview.title')}</Text>
          <TextInput
            type="date"
            size="xs"
            aria-label={t('preview.day')}
            title={t('preview.day')}
            value={day ?? ''}
            onChange={(event) => onDay(event.currentTarget.value || null)}
          />
        </Group>
        <Total total={total} dimmed={dimmed('total')} />
        {!complete && (
          <Text size="xs" c="dimmed">
            {t('preview.incomplete')}
          </Text>
        )}
        <Section ready={waterfall} height={60} dimmed={dimmed('waterfall')} hidden={waterfall && waterfall.steps.length < 2}>
          {(part) => <PanelWaterfall rule={rule} part={part} base={total?.base ?? 0} words={words} />}
        </Section>
        {mayMeet && (
          <>
            <Section ready={reach} height={72} dimmed={dimmed('reach')}>
              {(part) => <PanelReach part={part} total={total?.total ?? 0} />}
            </Section>
            <Section ready={money} height={96} dimmed={dimmed('money')}>
              {(part) => <PanelMoney part={part} />}
            </Section>
          </>
        )}
        <Section ready={months} height={150} dimmed={dimmed('months')}>
          {(part) => <PanelMonths part={part} now={total?.total ?? 0} rule={rule} words={words} />}
        </Section>
        {mayMeet && (
          <Section ready={sample} height={240} dimmed={dimmed('sample')}>
            {(part) => <PanelSample part={part} />}
          </Section>
        )}
      </Stack>
    </Paper>
  );
}

type SectionProps<Ready> = {
  ready: Ready | undefined;
  height: number;
  dimmed: boolean;
  hidden?: boolean | undefined;
  children: (part: Ready) => ReactNode;
};

/** Its place is taken from the beginning, so that the parts below do not move when it comes. */
function Section<Ready>({ ready, height, dimmed, hidden, children }: SectionProps<Ready>) {
  if (hidden) return null;
  return (
    <>
      <Divider />
      {ready === undefined ? <Skeleton h={height} /> : <Stack gap="xs" opacity={dimmed ? 0.55 : 1}>{children(ready)}</Stack>}
    </>
  );
}

function Total({ total, dimmed }: { total: Part<'total'> | undefined; dimmed: boolean }) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  if (!total) return <Skeleton h={66} />;
  const share = total.base === 0 ? 0 : total.total / total.base;
  return (
    <Stack gap={4} opacity={dimmed ? 0.55 : 1} aria-live="polite">
      <Text fz={38} fw={650} lh={1.1} className="numeric" data-testid="preview-total">
        {format.number(total.total)}
      </Text>
      <Progress value={share * 100} size="sm" aria-label={t('preview.share')} />
      <Text size="xs" c="dimmed">
        {t('preview.ofBase', { share: format.percent(share), base: format.number(total.base) })} ·{' '}
        {t('preview.asOf', { at: format.dateTime(total.asOf) })}
      </Text>
    </Stack>
  );
}
