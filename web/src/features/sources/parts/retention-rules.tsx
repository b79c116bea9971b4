import { ActionIcon, Autocomplete, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { retentionQuery, useDue, useKeepRetention, type RetentionRule } from '../stored-events';

const usualMonths = 24;
const mostMonths = 600;

/** How long events of each type are kept; a new rule says first what it would take away. */
export function RetentionRules({ types }: { types: string[] }) {
  const { t } = useTranslation('sources');
  const { data: rules, error } = useQuery(retentionQuery);
  const keep = useKeepRetention();
  if (error) return <ErrorState error={error} />;
  if (!rules) return null;
  return (
    <Stack gap="sm">
      {keep.error ? <ErrorState error={keep.error} /> : null}
      {rules.length === 0 && <Text c="dimmed">{t('stored.keptForEver')}</Text>}
      {rules.map((rule) => (
        <Group key={rule.type} gap="xs">
          <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
            {rule.type === '' ? t('stored.others') : rule.type}
          </Text>
          <Text>{t('stored.months', { count: rule.months })}</Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('stored.dropRule', { type: rule.type === '' ? t('stored.others') : rule.type })}
            onClick={() => keep.mutate(rules.filter(({ type }) => type !== rule.type))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <NewRule types={types} rules={rules} keep={(rule) => keep.mutate([...rules.filter(({ type }) => type !== rule.type), rule])} loading={keep.isPending} />
    </Stack>
  );
}

type NewRuleProps = { types: string[]; rules: RetentionRule[]; keep: (rule: RetentionRule) => void; loading: boolean };

function NewRule({ types, rules, keep, loading }: NewRuleProps) {
  const { t } = useTranslation('sources');
  const [type, setType] = useState('');
  const [months, setMonths] = useState<number | string>(usualMonths);
  const rule = { type: type.trim(), months: Number(months) };
  const valid = Number.isInteger(rule.months) && rule.months >= 1 && rule.months <= mostMonths;
  const due = useDue(rule, valid);
  const replaces = rules.some((one) => one.type === rule.type);
  return (
    <Stack gap={6}>
      <Group align="flex-end" gap="sm">
        <Autocomplete label={t('stored.type')} placeholder={t('stored.others')} data={types} value={type} onChange={setType} w={260} maxLength={200} />
        <NumberInput label={t('stored.monthsLabel')} min={1} max={mostMonths} allowDecimal={false} value={months} onChange={setMonths} w={120} />
        <Button variant="default" disabled={!valid} loading={loading} onClick={() => keep(rule)}>
          {t(replaces ? 'stored.changeRule' : 'stored.addRule')}
        </Button>
      </Group>
      {valid && due.data && (
        <Text size="sm" c="dimmed" role="status">
          {t('stored.due', { count: due.data.events })}
        </Text>
      )}
    </Stack>
  );
}
