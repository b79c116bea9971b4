import { Alert, Badge, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorState } from '@/shared/ui/error-state';
import { type Words } from './rule-sentence';
import { useWords } from './use-words';
import { useWhy, type Why, type WhyAbout } from './why';
import { WhyTree } from './why-tree';

type ExplanationProps = {
  about: WhyAbout;
  customer: string;
  /** The day to begin with; now when left out. */
  from?: string | null;
};

/** Why a customer is in a segment or not, now or at the end of a day. */
export function Explanation({ about, customer, from = null }: ExplanationProps) {
  const words = useWords();
  const { t } = words;
  const [day, setDay] = useState(from ?? '');
  const { data, error, isPlaceholderData } = useWhy(about, customer, day || null);
  return (
    <Stack gap="sm">
      <TextInput
        type="date"
        label={t('why.day')}
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
        w={200}
      />
      {error && <ErrorState error={error} />}
      {!data && !error && <Skeleton h={180} />}
      {data && !error && (
        <Stack gap="sm" opacity={isPlaceholderData ? 0.55 : 1} aria-busy={isPlaceholderData}>
          <Verdict why={data} words={words} />
          <WhyTree rule={data.rule} path="" why={data} words={words} />
        </Stack>
      )}
    </Stack>
  );
}

/** The answer in a word, for which moment, and what that moment cannot know. */
export function Verdict({ why, words: { t, format } }: { why: Why; words: Words }) {
  return (
    <>
      <Group gap="xs">
        <Badge color={why.holds ? 'pine' : 'gray'} variant="light" size="lg" tt="none">
          {t(why.holds ? 'why.in' : 'why.out')}
        </Badge>
        <Text size="sm" c="dimmed">
          {t('preview.asOf', { at: format.dateTime(why.asOf) })}
          {why.entered &&
            ` · ${t('why.entered', {
              at: format.dateTime(why.entered.at),
              cause: t(`cause.${why.entered.cause}` as 'cause.LIVE'),
            })}`}
        </Text>
      </Group>
      {why.knownToday.length > 0 && (
        <Alert color="yellow" py="xs">
          {t('why.pastNote')}
        </Alert>
      )}
    </>
  );
}
