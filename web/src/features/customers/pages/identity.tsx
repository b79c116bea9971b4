import { NumberInput, Paper, Skeleton, Stack, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { useSourceName } from '@/shared/lib/source-name';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/page';
import { identityQuery, useSaveRules, useTrust, type IdentityRules, type TrustedSource } from '../identity';
import { DoubtList } from '../parts/doubt-list';
import { FieldRules } from '../parts/field-rules';

/** By what people are recognised, whose addresses are trusted, and what that leaves open. */
export function IdentityPage() {
  const { t } = useTranslation('customers');
  const may = useMay();
  const { data, error, refetch } = useQuery(identityQuery);
  return (
    <Page size="narrow" title={t('identity.title')} description={t('identity.text')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton h={320} />}
      {data && (
        <Stack gap="md">
          <Rules rules={data.rules} />
          <Sources sources={data.sources.filter(({ kind }) => kind !== 'manual')} />
          <FieldRules rules={data.fields} sources={data.sources} />
          {may('customers.edit') && <DoubtList />}
        </Stack>
      )}
    </Page>
  );
}

const switches = ['byEmail', 'byPhone', 'phoneFirst', 'namesAgree'] as const;

function Rules({ rules }: { rules: IdentityRules }) {
  const { t } = useTranslation('customers');
  const save = useSaveRules();
  const onError = useNotifyProblem();
  const change = (rule: Partial<IdentityRules>) =>
    save.mutate({ ...rules, ...rule }, { onSuccess: () => notifyDone(t('identity.saved')), onError });
  return (
    <Paper p="lg" component="section" aria-label={t('identity.rules')}>
      <Stack gap="md">
        <Title order={2} fz="md">
          {t('identity.rules')}
        </Title>
        <Text size="sm">{t('identity.idFirst')}</Text>
        {switches.map((rule) => (
          <Switch
            key={rule}
            label={t(`identity.rule.${rule}`)}
            description={t(`identity.hint.${rule}`)}
            checked={rules[rule]}
            disabled={save.isPending}
            onChange={(event) => change({ [rule]: event.currentTarget.checked })}
          />
        ))}
        <NumberInput
          label={t('identity.rule.recycledAfter')}
          description={t('identity.hint.recycledAfter')}
          maw={320}
          min={0}
          max={120}
          allowDecimal={false}
          key={rules.recycledAfter}
          defaultValue={rules.recycledAfter}
          onBlur={(event) => {
            const months = Number(event.currentTarget.value);
            if (months !== rules.recycledAfter) change({ recycledAfter: months });
          }}
        />
      </Stack>
    </Paper>
  );
}

function Sources({ sources }: { sources: TrustedSource[] }) {
  const { t } = useTranslation('customers');
  const sourceName = useSourceName();
  const trust = useTrust();
  const onError = useNotifyProblem();
  if (sources.length === 0) return null;
  return (
    <Paper p="lg" component="section" aria-label={t('identity.sources')}>
      <Stack gap="sm">
        <Title order={2} fz="md">
          {t('identity.sources')}
        </Title>
        <Text size="sm">{t('identity.sourcesHint')}</Text>
        {sources.map((source) => (
          <Switch
            key={source.id}
            label={sourceName(source.name)}
            checked={source.recognises}
            disabled={trust.isPending}
            onChange={(event) => trust.mutate({ ...source, recognises: event.currentTarget.checked }, { onError })}
          />
        ))}
      </Stack>
    </Paper>
  );
}
