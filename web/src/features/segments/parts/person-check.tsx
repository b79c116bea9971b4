import { Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Verdict } from '@/shared/rules/explanation';
import { type Words } from '@/shared/rules/rule-sentence';
import { type Why } from '@/shared/rules/why';
import { WhyTree } from '@/shared/rules/why-tree';
import { ErrorState } from '@/shared/ui/error-state';
import { PersonSelect } from '@/shared/ui/person-select';

type PersonCheckProps = {
  person: string | undefined;
  why: Why | undefined;
  error: unknown;
  stale: boolean;
  words: Words;
  onPerson: (id: string | undefined) => void;
};

/** One person before the rule while it is written: what each condition says of them, and because of what. */
export function PersonCheck({ person, why, error, stale, words, onPerson }: PersonCheckProps) {
  const { t } = useTranslation('segments');
  return (
    <Paper>
      <Stack gap="sm">
        <Text fw={620}>{t('check.title')}</Text>
        <PersonSelect label={t('check.person')} placeholder={t('check.hint')} value={person} onChange={onPerson} />
        {error ? <ErrorState error={error} /> : null}
        {person && why && !error && (
          <Stack gap="sm" opacity={stale ? 0.55 : 1} aria-busy={stale} aria-live="polite">
            <Verdict why={why} words={words} />
            <WhyTree rule={why.rule} path="" why={why} words={words} />
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}
