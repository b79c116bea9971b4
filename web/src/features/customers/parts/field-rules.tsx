import { MultiSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSourceName } from '@/shared/lib/source-name';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { useFieldRule, type TrustedSource } from '../identity';

const fields = ['name', 'place', 'language', 'zone', 'birthDate', 'sex'];

type FieldRulesProps = { rules: Record<string, number[]>; sources: TrustedSource[] };

/** Whose word counts where sources contradict one another. */
export function FieldRules({ rules, sources }: FieldRulesProps) {
  const { t } = useTranslation('customers');
  const sourceName = useSourceName();
  const change = useFieldRule();
  const onError = useNotifyProblem();
  const others = sources.filter(({ kind }) => kind !== 'manual');
  if (others.length < 2) return null;
  return (
    <Paper p="lg" component="section" aria-label={t('identity.words')}>
      <Stack gap="sm">
        <Title order={2} fz="md">
          {t('identity.words')}
        </Title>
        <Text size="sm">{t('identity.wordsHint')}</Text>
        {fields.map((field) => (
          <MultiSelect
            key={field}
            label={t(`merge.part.${field}`)}
            placeholder={rules[field] ? '' : t('identity.latest')}
            data={others.map(({ id, name }) => ({ value: String(id), label: sourceName(name) }))}
            value={(rules[field] ?? []).map(String)}
            disabled={change.isPending}
            clearable
            searchable
            onChange={(chosen) =>
              change.mutate(
                { field, sources: chosen.map(Number) },
                { onSuccess: () => notifyDone(t('identity.reprojecting')), onError },
              )
            }
          />
        ))}
      </Stack>
    </Paper>
  );
}
