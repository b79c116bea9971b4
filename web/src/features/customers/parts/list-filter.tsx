import { Button, Collapse, Group, Paper, Stack, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RuleEditor } from '@/shared/rules/rule-editor';
import { sentence } from '@/shared/rules/rule-sentence';
import { ruleFromUrl } from '@/shared/rules/rule-url';
import { emptyRule, isComplete, type Rule } from '@/shared/rules/rules';
import { useWords } from '@/shared/rules/use-words';
import { RouteLink } from '@/shared/ui/route-link';

type ListFilterProps = { opened: boolean; text: string | undefined; onChange: (text: string | undefined) => void };

const noCounts = new Map<string, number>();

/** The conditions of the list: the same ones as a segment's, so that a filter becomes a segment by a click. */
export function ListFilter({ opened, text, onChange }: ListFilterProps) {
  const { t } = useTranslation('customers');
  const words = useWords();
  const [edited, setEdited] = useState<{ text: string | undefined; rule: Rule }>();
  const rule = edited && edited.text === text ? edited.rule : ruleFromUrl(text);
  const change = (next: Rule) => {
    const empty = next.kind === 'all' && next.rules.length === 0;
    const written = empty ? undefined : JSON.stringify(next);
    setEdited({ text: written, rule: next });
    onChange(written);
  };
  const complete = isComplete(rule);
  return (
    <>
      {!opened && complete && (
        <Text size="sm" c="dimmed">
          {sentence(rule, words)}
        </Text>
      )}
      <Collapse expanded={opened}>
        <Paper component="section" aria-label={t('list.filter')}>
          <Stack gap="sm">
            <RuleEditor rule={rule} counts={noCounts} words={words} onChange={change} />
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={() => change(emptyRule)} disabled={text === undefined}>
                {t('list.clear')}
              </Button>
              {complete && (
                <Button
                  size="xs"
                  variant="light"
                  component={RouteLink}
                  href={'/segments/new?rule=' + encodeURIComponent(JSON.stringify(rule))}
                  leftSection={<IconUsersGroup size={14} />}
                >
                  {t('list.toSegment')}
                </Button>
              )}
            </Group>
          </Stack>
        </Paper>
      </Collapse>
    </>
  );
}
