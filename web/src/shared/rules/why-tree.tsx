import { Box, Group, Stack, Text } from '@mantine/core';
import { eventName } from './event-names';
import { phrase, type Words } from './rule-sentence';
import { childPath, isLeaf, type Rule } from './rules';
import { seenValue } from './seen-value';
import { VerdictMark } from './verdict-mark';
import { type Fact, type Why } from './why';

type WhyTreeProps = { rule: Rule; path: string; why: Why; words: Words };

/** The rule as a tree: what each part answered, on which value, because of what. */
export function WhyTree({ rule, path, why, words }: WhyTreeProps) {
  const { t } = words;
  const answer = why.answers.find((one) => one.path === path);
  const inside = isLeaf(rule) ? [] : rule.kind === 'not' ? [rule.rule] : rule.rules;
  const said = isLeaf(rule) ? phrase(rule, words) : t(`mode.${rule.kind === 'not' ? 'none' : rule.kind}`);
  return (
    <Box>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <VerdictMark holds={answer?.holds ?? false} words={words} />
        <Stack gap={2} miw={0}>
          <Text size="sm" fw={isLeaf(rule) ? 400 : 600}>
            {said}
          </Text>
          {isLeaf(rule) && (
            <Text size="xs" c="dimmed">
              {t('why.value', { value: seenValue(rule, answer?.value, words) })}
              {why.knownToday.includes(path) && ` · ${t('why.knownToday')}`}
            </Text>
          )}
          <Facts path={path} why={why} words={words} />
        </Stack>
      </Group>
      {inside.length > 0 && (
        <Stack gap="xs" mt="xs" pl="lg">
          {inside.map((part, index) => (
            <WhyTree key={childPath(path, index)} rule={part} path={childPath(path, index)} why={why} words={words} />
          ))}
        </Stack>
      )}
    </Box>
  );
}

function Facts({ path, why, words }: Omit<WhyTreeProps, 'rule'>) {
  const { t } = words;
  const told = why.facts.find((one) => one.path === path);
  if (!told || told.facts.length === 0) return null;
  return (
    <Stack gap={0} component="ul" m={0} pl="md">
      {told.facts.map((fact, place) => (
        <Text key={place} component="li" size="xs" className="numeric">
          {factText(fact, words)}
        </Text>
      ))}
      {told.more && (
        <Text component="li" size="xs" c="dimmed">
          {t('why.more')}
        </Text>
      )}
    </Stack>
  );
}

/** A deed by its moment, what somebody has by its name. */
function factText({ at, event, revenue, object, company, above, products }: Fact, words: Words): string {
  const { t, format } = words;
  if (object != null || company != null) {
    const whose = above ? t('why.companyBelow', { company, above }) : company;
    const what = [object === '' ? t('why.untitled') : object, whose].filter(Boolean).join(' · ');
    return t('why.since', { what, date: format.date(at) });
  }
  const deed = event ? eventName(event, words) : t('why.order');
  return [format.dateTime(at), deed, revenue ? format.money(revenue) : '', products.join(', ')].filter(Boolean).join(' · ');
}
